import type { Action, ActionOutcome } from '../../../core/machine/actions';
import { ok, unanswered, type Answer } from '../../../core/machine/answer';
import type { KeptItem } from '../../../core/machine/kept-item';
import { leftoverText } from '../../../core/machine/leftover';
import { at, type LinuxTools } from '../linux-tools';
import { moveAside } from './move-aside';
import { putBack } from './put-back';
import type { QuarantineParts } from './quarantine-parts';
import { recordsIn, type KeptRecord } from './record';
import { isThere, statOrNull } from './ways';

export interface LinuxQuarantine {
  quarantine(action: Extract<Action, { verb: 'quarantine' }>, run: string): ActionOutcome;
  putBack(action: Extract<Action, { verb: 'put-back' }>): ActionOutcome;
  keeps(run: string): Answer<readonly KeptItem[]>;
}

/**
 * Moves files and folders aside on their own volume and puts them back. Everything is moved by its name in a folder that is held open, never by a
 * path; any doubt leaves the thing where it is and says so. Renaming keeps owners, modes, times and links as they are.
 * @param folder where the records lie, and what is aside where that is the same volume; only the system may look into it
 */
export function linuxQuarantine(
  tools: LinuxTools,
  folder: string,
  before: QuarantineParts['before'] = () => undefined,
): LinuxQuarantine {
  const parts: QuarantineParts = { tools, folder, records: recordsIn(folder), before };
  return {
    quarantine: (action, run) => moveAside(action, run, parts),
    putBack: (action) => putBack(action, parts),
    keeps: (run) =>
      tools.effectiveUserId === tools.systemUserId
        ? ok(parts.records.list(run).map((record) => keptItem(record, tools)))
        : unanswered('denied', 'only an administrator may look at what is aside'),
  };
}

function keptItem({ item, leftover, movedAt, state, lies, ...thing }: KeptRecord, tools: LinuxTools): KeptItem {
  const from = leftoverText(leftover);
  const isFree = statOrNull(at(tools, from)) === null;
  const reason =
    state === 'back' ? 'already-back' : !isThere(lies, thing) ? 'store-damaged' : isFree ? null : 'place-taken';
  return { id: item, kind: leftover.kind, from, movedAt, restorable: reason === null, reason };
}
