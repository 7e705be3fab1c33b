import type { ActionOutcome } from '../../../core/machine/actions';
import type { RestorePoint } from '../../../core/machine/condition-shapes';
import type { Answer } from '../../../core/machine/answer';
import { failed } from './acting-tools';

export interface RestorePointTools {
  readonly list: () => Promise<Answer<readonly RestorePoint[]>>;
  /** Has Windows make one; `ok` means only that it did not complain. */
  readonly make: () => Promise<Answer<string>>;
  readonly now: () => Date;
}

/**
 * Makes a restore point and looks whether it is there. Windows makes at most one a day unless told otherwise and says nothing when it
 * leaves one out, so one of the last 24 hours serves, and only what is listed afterwards counts.
 */
export async function makeRestorePoint({ list, make, now }: RestorePointTools): Promise<ActionOutcome> {
  const before = await list();
  if (before.status === 'not-applicable') return failed('restore-point-off', before.reason);
  if (before.status !== 'ok') return failed('restore-point-failed', before.reason);
  const recent = newest(before.value);
  if (recent !== null && now().getTime() - Date.parse(recent.madeAt) < dayMs)
    return { outcome: 'done', reason: 'restore-point-reused', detail: textOf(recent) };
  const made = await make();
  if (made.status !== 'ok') return failed('restore-point-failed', made.reason);
  const after = await list();
  const known = new Set(before.value.map(({ number }) => number));
  const fresh = after.status === 'ok' ? newest(after.value.filter(({ number }) => !known.has(number))) : null;
  return fresh === null ? failed('restore-point-unseen') : { outcome: 'done', reason: null, detail: textOf(fresh) };
}

const newest = (points: readonly RestorePoint[]): RestorePoint | null =>
  points.reduce<RestorePoint | null>(
    (best, point) => (best === null || point.number > best.number ? point : best),
    null,
  );

const textOf = ({ number, madeAt }: RestorePoint): string => `#${number} ${madeAt}`;

const dayMs = 24 * 60 * 60_000;
