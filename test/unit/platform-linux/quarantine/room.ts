import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Action } from '../../../../src/main/core/machine/actions';
import type { Leftover } from '../../../../src/main/core/machine/leftover';
import { linuxQuarantine } from '../../../../src/main/platform/linux/quarantine/linux-quarantine';
import type { QuarantineParts } from '../../../../src/main/platform/linux/quarantine/quarantine-parts';
import { thisLinux } from '../../../../src/main/platform/linux/linux-tools';

/** A root folder of a test's own, with `/opt/vendor/product` as place of leftovers and a store on the same volume. */
export function room() {
  const root = mkdtempSync(join(tmpdir(), 'offramp-quarantine-'));
  mkdirSync(join(root, 'opt/vendor/product'), { recursive: true, mode: 0o755 });
  mkdirSync(join(root, 'var/lib/offramp'), { recursive: true, mode: 0o755 });
  const uid = process.geteuid?.() ?? 0;
  const tools = {
    ...thisLinux(),
    root,
    effectiveUserId: uid,
    systemUserId: uid,
    now: () => new Date('2026-11-25T12:00:00Z'),
  };
  const store = join(root, 'var/lib/offramp/quarantine');
  return {
    root,
    store,
    place: join(root, 'opt/vendor/product'),
    tools,
    open: (before?: QuarantineParts['before']) => linuxQuarantine(tools, store, before),
    end: () => rmSync(root, { recursive: true, force: true }),
  };
}

export const quarantineOf = (leftover: Leftover, item = 'thing'): Extract<Action, { verb: 'quarantine' }> => ({
  verb: 'quarantine',
  item,
  leftover,
  owner: 'vendor',
  within: '/opt/vendor/product',
});

export const putBackOf = (item = 'thing', run = 'run-1'): Extract<Action, { verb: 'put-back' }> => ({
  verb: 'put-back',
  run,
  item,
});

/**
 * Everything that can be told apart of a tree: kinds, owners, modes, times, sizes, contents, targets of links, and which names are one file. The time of the
 * top folder itself, from which things are taken, can be put back to a thousandth of a second only.
 */
export function picture(path: string, isTop = true): unknown {
  const stats = lstatSync(path);
  const { uid, gid, mode, mtimeMs, ino, nlink } = stats;
  const common = { uid, gid, mode, mtimeMs: isTop ? Math.round(mtimeMs) : mtimeMs, ino, nlink };
  if (stats.isDirectory())
    return {
      ...common,
      entries: readdirSync(path)
        .sort()
        .map((name) => [name, picture(join(path, name), false)]),
    };
  return stats.isSymbolicLink()
    ? { ...common, to: readlinkSync(path) }
    : { ...common, holds: readFileSync(path, 'latin1') };
}
