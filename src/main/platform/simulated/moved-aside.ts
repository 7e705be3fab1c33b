import type { Action, ActionOutcome } from '../../core/machine/actions';
import type { KeptItem } from '../../core/machine/kept-item';
import { leftoverText } from '../../core/machine/leftover';
import type { SimulatedEvent } from './simulated-event';

type Quarantine = Extract<Action, { verb: 'quarantine' }>;

/** What is aside after all that happened, in the order in which it was moved. */
export function movedAside(events: readonly SimulatedEvent[]): readonly Quarantine[] {
  const aside = new Map<string, Quarantine>();
  for (const event of events) {
    if (event.event !== 'action') continue;
    if (event.action.verb === 'quarantine') aside.set(event.action.item, event.action);
    if (event.action.verb === 'put-back') aside.delete(event.action.item);
  }
  return [...aside.values()];
}

/** Everything that was ever moved aside: what is back already says so. */
export function keptItems(events: readonly SimulatedEvent[]): readonly KeptItem[] {
  const still = new Set(movedAside(events).map(({ item }) => item));
  const ever = new Map(
    events.flatMap((event) =>
      event.event === 'action' && event.action.verb === 'quarantine'
        ? [[event.action.item, event.action] as const]
        : [],
    ),
  );
  return [...ever.values()].map(({ item, leftover }) => ({
    id: item,
    kind: leftover.kind,
    from: leftoverText(leftover),
    // A computer in memory has no clock.
    movedAt: '1970-01-01T00:00:00.000Z',
    restorable: still.has(item),
    reason: still.has(item) ? null : 'already-back',
  }));
}

/** What comes of moving something aside or putting it back; null for every other action. */
export function asideOutcome(events: readonly SimulatedEvent[], action: Action): ActionOutcome | null {
  switch (action.verb) {
    case 'make-restore-point':
      return done;
    case 'quarantine':
      return done;
    case 'put-back': {
      const kept = keptItems(events).find(({ id }) => id === action.item);
      if (kept === undefined) return { outcome: 'failed', reason: 'no-such-item', detail: null };
      return kept.restorable ? done : { outcome: 'was-not-there', reason: 'already-back', detail: null };
    }
    case 'remove-packages':
    case 'uninstall-msi':
    case 'run-uninstaller':
      return null;
  }
}

const done: ActionOutcome = { outcome: 'done', reason: null, detail: null };
