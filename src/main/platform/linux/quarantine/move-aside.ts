import { fsyncSync, lstatSync, mkdirSync, realpathSync, renameSync, type Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Action, ActionOutcome } from '../../../core/machine/actions';
import { leftoverText, type Leftover } from '../../../core/machine/leftover';
import { protectedPlace } from '../../../core/machine/protected-places';
import { at, type LinuxTools } from '../linux-tools';
import { holdFolder, isSameFile, isTheSystems, UnsafeWay, type HeldFolder } from './held-folder';
import type { QuarantineParts } from './quarantine-parts';
import { isMountedAtOrBelow } from './mounts-below';
import type { KeptRecord } from './record';
import { done, failed, isThere, onTheWay, statOrNull, wasNotThere } from './ways';

/** Moves one thing aside. The record comes first; called again after a crash it goes on where that was. */
export function moveAside(
  action: Extract<Action, { verb: 'quarantine' }>,
  run: string,
  parts: QuarantineParts,
): ActionOutcome {
  const { leftover, item, owner } = action;
  if (leftover.kind !== 'file' && leftover.kind !== 'folder') return failed('skipped-not-here', leftover.kind);
  const protectedBy = protectedPlace(leftover);
  if (protectedBy !== null) return failed(protectedBy, leftover.path);
  const known = parts.records.read(run, item);
  if (known?.state === 'kept') return done;
  if (known?.state === 'moving' && isThere(known.lies, known)) return keep(known, parts);
  const outcome = onTheWay(parts.tools, leftover.path, (way, parent) => {
    const name = basename(leftover.path);
    const thing = statOrNull(parent.at(name));
    if (thing === null) return wasNotThere;
    const doubt = whyNotMoved(leftover, thing, parent, parts.tools);
    if (doubt !== null) return failed(doubt, leftover.path);
    const record: KeptRecord = {
      schemaVersion: 1,
      item,
      run,
      leftover,
      owner,
      movedAt: parts.tools.now().toISOString(),
      state: 'moving',
      ino: thing.ino,
      dev: thing.dev,
      lies: join(storeFor(thing, way, parts.folder), run, item),
      folderTimes: { accessed: parent.stats.atimeMs, modified: parent.stats.mtimeMs },
    };
    parts.before('write the record');
    parts.records.write(record);
    return intoStore(record, parent, name, parts);
  });
  // A folder above that is gone means that the thing is gone too.
  return outcome.reason === 'parent-missing' ? wasNotThere : outcome;
}

function intoStore(record: KeptRecord, parent: HeldFolder, name: string, parts: QuarantineParts): ActionOutcome {
  parts.before('make the place');
  mkdirSync(dirname(record.lies), { recursive: true, mode: 0o700 });
  const store = holdFolder(dirname(record.lies));
  try {
    if (!isTheSystems(store.stats, parts.tools.systemUserId)) throw new UnsafeWay('skipped-not-owned-by-system');
    parts.before('move it');
    renameSync(parent.at(name), store.at(record.item));
    // Only the system can write here, and what was moved is looked at all the same: it goes back if it is something else.
    if (!isSameFile(lstatSync(store.at(record.item)), record)) {
      renameSync(store.at(record.item), parent.at(name));
      return failed('changed-meanwhile', leftoverText(record.leftover));
    }
    fsyncSync(store.descriptor);
    fsyncSync(parent.descriptor);
  } finally {
    store.close();
  }
  return keep(record, parts);
}

function keep(record: KeptRecord, { records, before }: QuarantineParts): ActionOutcome {
  before('note that it is kept');
  records.write({ ...record, state: 'kept' });
  return done;
}

/** On its own volume: beside the records when that is the same one, else in a folder at the top of that volume. */
function storeFor(thing: Stats, way: readonly HeldFolder[], folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (lstatSync(folder).dev === thing.dev) return folder;
  const top = way.find(({ stats }) => stats.dev === thing.dev);
  if (top === undefined) throw new UnsafeWay('skipped-other-volume');
  return join(realpathSync(`/proc/self/fd/${top.descriptor}`), '.offramp-quarantine');
}

function whyNotMoved(leftover: Leftover, thing: Stats, parent: HeldFolder, tools: LinuxTools): string | null {
  if (thing.dev !== parent.stats.dev || isMountedAtOrBelow(resolve(at(tools, leftoverText(leftover)))))
    return 'skipped-other-volume';
  if (thing.uid !== tools.systemUserId) return 'skipped-not-owned-by-system';
  if (leftover.kind === 'folder') return thing.isDirectory() ? null : 'changed-meanwhile';
  return thing.isFile() || thing.isSymbolicLink() ? null : 'changed-meanwhile';
}
