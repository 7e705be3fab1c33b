import type { Stats } from 'node:fs';
import { lstat, readlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { at, type MacTools } from './mac-tools';

export interface WalkedPath {
  /** Of the last component. */
  readonly stats: Stats;
  /** The way there without links among the folders. */
  readonly path: string;
  /** The system owns everything on the way, links included, and no ordinary program can change any of it. */
  readonly ownedBySystem: boolean;
}

/**
 * Goes to a path one component at a time, as the kernel does, and looks at every one: a `realpath` would hide a link on the way that
 * an ordinary user owns. Administrators may write to folders on the way (`/Applications`), because what is the system's inside stays the
 * system's; to the last component only the system itself may, because most people of a Mac are administrators and so are their
 * programs. Links stay inside the tools' root. Throws what the file system refuses.
 */
export async function walkPath(tools: MacTools, path: string, last: 'follow-last' | 'keep-last'): Promise<WalkedPath> {
  const ahead = partsOf(path);
  let current = '/';
  let stats = await lstat(at(tools, '/'));
  let ownedBySystem = isProtected(stats, tools, ahead.length === 0);
  for (let links = 0; ahead.length > 0;) {
    const part = ahead.shift() as string;
    if (part === '..') {
      current = dirname(current);
      stats = await lstat(at(tools, current));
      continue;
    }
    const next = join(current, part);
    stats = await lstat(at(tools, next));
    const isLast = ahead.length === 0;
    if (stats.isSymbolicLink() && !(isLast && last === 'keep-last')) {
      if (++links > 40) throw Object.assign(new Error(`too many links: ${path}`), { code: 'ELOOP' });
      ownedBySystem &&= stats.uid === tools.systemUserId;
      const target = await readlink(at(tools, next));
      if (target.startsWith('/')) current = '/';
      ahead.unshift(...partsOf(target));
      continue;
    }
    ownedBySystem &&= isProtected(stats, tools, isLast);
    current = next;
  }
  return { stats, path: current, ownedBySystem };
}

function isProtected(stats: Stats, tools: MacTools, isLast: boolean): boolean {
  if (stats.uid !== tools.systemUserId) return false;
  // The mode of a link means nothing: whoever may write to its folder replaces it.
  if (stats.isSymbolicLink()) return true;
  const isFolderOnTheWay = !isLast && stats.isDirectory();
  if (isFolderOnTheWay && (stats.mode & sticky) !== 0) return true;
  if ((stats.mode & writableByAll) !== 0) return false;
  return (stats.mode & writableByGroup) === 0 || (isFolderOnTheWay && stats.gid === tools.administratorsGroupId);
}

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '' && part !== '.');

const writableByGroup = 0o020;
const writableByAll = 0o002;
const sticky = 0o1000;
