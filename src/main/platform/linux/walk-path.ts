import type { Stats } from 'node:fs';
import { lstat, readlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { at, type LinuxTools } from './linux-tools';

export interface WalkedPath {
  /** Of the last component. */
  readonly stats: Stats;
  /** The way there without links among the folders. */
  readonly path: string;
  /** The system owns everything on the way, links included, and nobody else may write to any of it. */
  readonly ownedBySystem: boolean;
}

/**
 * Goes to a path one component at a time, as the kernel does, and looks at every one: a `realpath` would hide a link on the way that
 * an ordinary user owns. Others may write to a folder on the way only when it is sticky, because there they cannot replace what is the system's.
 * Links stay inside the tools' root. Throws what the file system refuses.
 */
export async function walkPath(
  tools: LinuxTools,
  path: string,
  last: 'follow-last' | 'keep-last',
): Promise<WalkedPath> {
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

function isProtected(stats: Stats, tools: LinuxTools, isLast: boolean): boolean {
  if (stats.uid !== tools.systemUserId) return false;
  // The mode of a link means nothing: whoever may write to its folder replaces it.
  if (stats.isSymbolicLink() || (stats.mode & writableByOthers) === 0) return true;
  return !isLast && stats.isDirectory() && (stats.mode & sticky) !== 0;
}

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '' && part !== '.');

const writableByOthers = 0o022;
const sticky = 0o1000;
