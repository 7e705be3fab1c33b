import type { ActionOutcome } from '../machine/actions';
import type { MachineActor } from '../machine/machine';
import type { Journal } from './journal';

export interface UndoneItem {
  readonly id: string;
  readonly outcome: ActionOutcome['outcome'];
  readonly reason: string | null;
}

/**
 * Puts items of a run back, the last moved first, with an intent on disk before and an outcome after each. One that cannot be put back stops nothing:
 * the others are no less the person's. Repeatable: what is back already says so.
 */
export async function putBack(
  items: readonly string[],
  actor: MachineActor,
  journal: Journal,
  onItem: (item: UndoneItem) => void,
): Promise<readonly UndoneItem[]> {
  const undone: UndoneItem[] = [];
  for (const item of items) {
    journal.append({ event: 'undo-intent', item });
    const { outcome, reason, detail } = await actor.act(
      { verb: 'put-back', run: journal.run, item },
      {
        report: () => undefined,
        logFile: null,
        run: journal.run,
        step: `undo:${item}`,
        askPassword: async () => null,
      },
    );
    journal.append({ event: 'undo-outcome', item, outcome, reason, detail });
    const result = { id: item, outcome, reason };
    undone.push(result);
    onItem(result);
  }
  return undone;
}
