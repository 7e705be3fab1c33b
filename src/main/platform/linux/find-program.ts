import { accessSync, constants, statSync } from 'node:fs';
import { at, type LinuxTools } from './linux-tools';

/**
 * Where a program of the system lies, or null. Only the system's own folders are searched and never the caller's PATH, which an
 * ordinary user can point at a program of theirs.
 */
export function findProgram(tools: Pick<LinuxTools, 'root'>, name: string): string | null {
  return systemFolders.map((folder) => at(tools, `${folder}/${name}`)).find(isProgram) ?? null;
}

/** A bare name as the path it has on that computer; one that is in none of the system's folders stays a name. */
export function inSystemFolders(tools: Pick<LinuxTools, 'root'>, name: string): string {
  const found = findProgram(tools, name);
  return found === null ? name : `/${found.slice(at(tools, '/').length).replace(/^\/+/, '')}`;
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
