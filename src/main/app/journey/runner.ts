import type { Plan } from '../../core/planning/plan';
import type { Refusal } from '../../core/session/session';
import type { EventName, EventPayload, RunRefusal, RunView } from '../../../preload/contract/requests';

export type Starting =
  { readonly ok: true; readonly run: RunView } | { readonly ok: false; readonly refusal: RunRefusal };

/** Carries plans out on one computer. An answer comes as soon as the run has begun or cannot begin; the rest is told. */
export interface Runner {
  start(plan: Plan): Promise<Starting>;
  resume(run: string): Promise<Starting>;
  /** Puts items of a run back, or with null all of them; answers when it is done. */
  undo(run: string, items: readonly string[] | null): Promise<Starting>;
  /** The run that is being carried out right now, or null. */
  activeRun(): string | null;
}

/** Tells the page something without being asked. */
export type Tell = <E extends EventName>(name: E, payload: EventPayload<E>) => void;

export const refused = (
  reason: string,
  detail: string | null = null,
  blockers: RunRefusal['blockers'] = [],
): Starting => ({
  ok: false,
  refusal: { reason, blockers, detail },
});

/** A session's refusal as the page knows it. */
export function refusedBy(refusal: Refusal): Starting {
  switch (refusal.reason) {
    case 'blocked':
      return refused(refusal.reason, null, refusal.blockers);
    case 'somebody-else':
      return refused(refusal.reason, refusal.heldBy);
    case 'cannot-act':
      return refused(refusal.because);
    case 'record-not-written':
    case 'kept-unreadable':
      return refused(refusal.reason, refusal.because);
    case 'no-such-item':
      return refused(refusal.reason, refusal.item);
    case 'plan-differs':
    case 'no-such-run':
    case 'journal-edited':
    case 'journal-unreadable':
    case 'run-ended':
    case 'computer-changed':
    case 'needs-elevation':
    case 'nothing-to-do':
      return refused(refusal.reason);
    default:
      return assertNever(refusal);
  }
}

function assertNever(value: never): never {
  throw new Error(`Unknown refusal: ${JSON.stringify(value)}`);
}
