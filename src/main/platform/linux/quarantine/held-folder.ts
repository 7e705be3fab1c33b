import { closeSync, constants, fstatSync, lstatSync, openSync, type Stats } from 'node:fs';

/**
 * A folder that is held open. Names are looked up in it and in nothing else, whatever happens meanwhile to the path that led here: the kernel goes
 * through the descriptor. It is the way of `openat`, which Node does not have.
 */
export interface HeldFolder {
  readonly descriptor: number;
  readonly stats: Stats;
  /** A path to a name in this very folder. */
  at(name: string): string;
  close(): void;
}

export function holdFolder(path: string): HeldFolder {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  return {
    descriptor,
    stats: fstatSync(descriptor),
    at: (name) => `/proc/self/fd/${descriptor}/${name}`,
    close: () => closeSync(descriptor),
  };
}

/** Why the way to a place is not one to go with an administrator's rights. Each has words in `reasons`. */
export class UnsafeWay extends Error {
  constructor(readonly reason: 'skipped-link' | 'skipped-not-owned-by-system' | 'skipped-other-volume') {
    super(reason);
  }
}

/**
 * Holds the folder at the end of a way, going one name at a time from `root` and following no link. Every folder on the way belongs to
 * the system, and nobody else may write to it: then nobody else can put anything in anything's place. `/proc` has to be there.
 * Throws `UnsafeWay`, or what the file system refuses.
 */
export function holdWay(root: string, names: readonly string[], systemUserId: number): readonly HeldFolder[] {
  const held = [holdFolder(root)];
  try {
    for (const name of names) {
      const above = held.at(-1) as HeldFolder;
      if (lstatSync(above.at(name)).isSymbolicLink()) throw new UnsafeWay('skipped-link');
      held.push(holdFolder(above.at(name)));
    }
    for (const { stats } of held)
      if (!isTheSystems(stats, systemUserId)) throw new UnsafeWay('skipped-not-owned-by-system');
    return held;
  } catch (error) {
    for (const folder of held) folder.close();
    throw error;
  }
}

export const isTheSystems = ({ uid, mode }: Stats, systemUserId: number): boolean =>
  uid === systemUserId && (mode & 0o022) === 0;

/** The same file on the disk, whatever it is called. */
export const isSameFile = (a: Pick<Stats, 'ino' | 'dev'>, b: Pick<Stats, 'ino' | 'dev'>): boolean =>
  a.ino === b.ino && a.dev === b.dev;
