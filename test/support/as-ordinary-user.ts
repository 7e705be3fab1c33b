import { chmodSync } from 'node:fs';

/**
 * Does something as a user without rights, because root may read everything: as nobody when we are root, else as we are. `root` is the
 * folder of the test, which nobody has to be able to enter.
 */
export async function asOrdinaryUser<T>(root: string, work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  chmodSync(root, 0o755);
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
