import type { JournalLine } from '../../core/execution/journal';
import type { SimulatedEvent } from './simulated-event';

/**
 * What a run did to a simulated computer, told by its journal: give it to `replay` to go on with the run in another process.
 * A restart that the run asked for counts as having happened since.
 */
export function historyFromJournal(lines: readonly JournalLine[]): readonly SimulatedEvent[] {
  const first = lines[0]?.body;
  if (first?.event !== 'run-started') return [];
  const actions = new Map(first.plan.steps.map(({ id, action }) => [id, action]));
  return lines.flatMap(({ body }): readonly SimulatedEvent[] => {
    if (body.event === 'undo-outcome' && body.outcome === 'done')
      return [{ event: 'action', action: { verb: 'put-back', run: first.run, item: body.item } }];
    if (body.event !== 'outcome') return [];
    if (body.outcome === 'restart-pending') return [{ event: 'restart' }];
    const action = actions.get(body.step);
    // Found done on looking again: nothing was carried out then.
    if (action == null || body.outcome === 'was-not-there' || body.reason === 'found-done') return [];
    return [{ event: 'action', action }];
  });
}
