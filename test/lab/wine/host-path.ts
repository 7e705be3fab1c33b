import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Where `C:\…` or `Z:\…` of a laboratory lies on Linux. Names are found whatever their case, as Windows does; what does not
 * exist yet keeps the spelling given. Throws for other drives, for `..`, and for anything below a symbolic link.
 */
export function hostPathOf(folder: string, windowsPath: string): string {
  const match = /^([CZ]):\\(.*)$/i.exec(windowsPath);
  if (!match) throw new Error(`${windowsPath} is not an absolute path on C: or Z:.`);
  const parts = (match[2] ?? '').split('\\').filter((part) => part !== '');
  if (parts.some((part) => part === '..' || part === '.' || part.includes('/'))) {
    throw new Error(`${windowsPath} holds a part that could lead elsewhere.`);
  }
  const drive = match[1]?.toUpperCase() === 'C' ? path.join(folder, 'prefix', 'drive_c') : path.join(folder, 'z');
  return parts.reduce(existingChild, drive);
}

function existingChild(parent: string, name: string): string {
  const child = path.join(parent, namesIn(parent).find((found) => found.toLowerCase() === name.toLowerCase()) ?? name);
  if (lstatSync(child, { throwIfNoEntry: false })?.isSymbolicLink()) throw new Error(`${child} is a symbolic link.`);
  return child;
}

function namesIn(folder: string): readonly string[] {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
}
