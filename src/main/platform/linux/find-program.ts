import { accessSync, constants, statSync } from 'node:fs';
import { at, type LinuxTools } from './linux-tools';

/**
 * Where a program of the system lies, or null. Only the system's own folders are searched and never the caller's PATH, which an
 * ordinary user can point at a program of theirs.
 */
export function findProgram(tools: Pick<LinuxTools, 'root'>, name: string): string | null {
  return systemFolders.map((folder) => at(tools, `${folder}/${name}`)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const systemFolders = ['/usr/sbin', '/usr/bin', '/sbin', '/bin'];
