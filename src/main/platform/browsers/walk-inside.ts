import type { Stats } from 'node:fs';
import { lstat, readlink } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

export interface WalkedInside {
  /** The way there without a link on it. */
  readonly path: string;
  /** `userId` owns everything on the way, and nobody else may write to any of it. Always false where no `userId` is given. */
  readonly owned: boolean;
}

/**
 * Goes from a base folder (without links on its own way) to a path below it, one component at a time. A link may lead anywhere inside the
 * base and nowhere else: a profile is its owner's to lay links in, and even a look at another computer's share would send it our name and
 * a proof of our password. Null when it leads out, is missing, or may not be read.
 */
export async function walkInside(
  base: string,
  path: string,
  userId: number | null = null,
): Promise<WalkedInside | null> {
  if (!isInside(base, path)) return null;
  const ahead = partsBetween(base, path);
  let current = base;
  try {
    let owned = userId !== null && isOwned(await lstat(base), userId);
    for (let links = 0; ahead.length > 0;) {
      const next = join(current, ahead.shift() ?? '');
      const stats = await lstat(next);
      owned &&= isOwned(stats, userId ?? -1);
      if (!stats.isSymbolicLink()) {
        current = next;
        continue;
      }
      const target = resolve(dirname(next), await readlink(next));
      if (++links > mostLinks || !isInside(base, target)) return null;
      ahead.unshift(...partsBetween(base, target));
      current = base;
    }
    return { path: current, owned };
  } catch {
    return null;
  }
}

/** Whether a path lies in a folder or is that folder, by its text alone. */
export function isInside(base: string, path: string): boolean {
  const way = relative(base, path);
  return isAbsolute(path) && !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

const partsBetween = (base: string, path: string): string[] =>
  relative(base, path)
    .split(sep)
    .filter((part) => part !== '');

/** The mode of a link means nothing: whoever may write to its folder replaces it. */
const isOwned = (stats: Stats, userId: number): boolean =>
  stats.uid === userId && (stats.isSymbolicLink() || (stats.mode & 0o022) === 0);

const mostLinks = 40;
