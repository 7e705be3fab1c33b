import { fsyncSync, futimesSync, linkSync, renameSync, unlinkSync, type Stats } from 'node:fs';
import { basename } from 'node:path';
import type { Action, ActionOutcome } from '../../../core/machine/actions';
import { isSameFile, type HeldFolder } from './held-folder';
import type { QuarantineParts } from './quarantine-parts';
import type { KeptRecord } from './record';
import { done, failed, isThere, onTheWay, statOrNull } from './ways';

/** Puts one thing back where it was, over nothing. Called again after a crash it goes on where that was. */
export function putBack({ run, item }: Extract<Action, { verb: 'put-back' }>, parts: QuarantineParts): ActionOutcome {
  const record = parts.records.read(run, item);
  if (record === null) return failed('no-such-item', item);
  if (record.state === 'back') return { outcome: 'was-not-there', reason: 'already-back', detail: null };
  const { leftover, lies, state } = record;
  if (leftover.kind !== 'file' && leftover.kind !== 'folder') return failed('store-damaged', item);
  return onTheWay(parts.tools, leftover.path, (_way, parent) => {
    const name = basename(leftover.path);
    const there = statOrNull(parent.at(name));
    if (there !== null && state === 'returning' && isSameFile(there, record))
      return noteBack(record, parent, name, parts);
    if (there !== null) return failed('place-taken', leftover.path);
    const aside = statOrNull(lies);
    if (aside === null || !isSameFile(aside, record)) return failed('store-damaged', item);
    parts.before('note that it returns');
    parts.records.write({ ...record, state: 'returning' });
    parts.before('move it back');
    intoPlace(lies, parent.at(name), aside);
    return noteBack(record, parent, name, parts);
  });
}

/** A second name is given only where nothing is. A folder cannot have one: only the system can write here, and nothing was there a moment ago. */
function intoPlace(lies: string, place: string, aside: Stats): void {
  if (aside.isDirectory()) renameSync(lies, place);
  else linkSync(lies, place);
}

function noteBack(
  record: KeptRecord,
  parent: HeldFolder,
  name: string,
  { before, records }: QuarantineParts,
): ActionOutcome {
  before('take the second name away');
  if (isThere(record.lies, record) && isThere(parent.at(name), record)) unlinkSync(record.lies);
  const { accessed, modified } = record.folderTimes;
  futimesSync(parent.descriptor, accessed / 1000, modified / 1000);
  fsyncSync(parent.descriptor);
  before('note that it is back');
  records.write({ ...record, state: 'back' });
  return done;
}
