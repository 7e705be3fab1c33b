import type { Blocker } from '../../main/core/matching/scan';
import type { Step } from '../../main/core/planning/plan';
import type { JourneyState } from './journey-state';
import { planOf } from './planning';

export type CardState = 'not-started' | 'looked-at' | 'cannot-continue' | 'done';

/** How a stop is settled: by somebody's agreement, or by its cause going away. */
export type Settling = 'agreement' | 'look-again';

export type PreparationCard =
  | {
      readonly kind: 'stop';
      readonly id: string;
      readonly blocker: Blocker;
      readonly settling: Settling;
      readonly state: CardState;
    }
  | { readonly kind: 'notice'; readonly id: string; readonly blocker: Blocker; readonly state: CardState }
  | { readonly kind: 'task'; readonly id: string; readonly step: Step; readonly state: CardState };

/** What has to be seen to before the removal: stops first, then what is good to know, then what the person does. */
export function preparationCards(
  state: Pick<JourneyState, 'check' | 'plan' | 'prepared' | 'choices'>,
): readonly PreparationCard[] {
  const plan = planOf(state.plan);
  const blockers = state.check.phase === 'found' ? state.check.scan.blockers : [];
  const seen = (id: string): CardState => state.prepared[id] ?? 'not-started';
  return [
    ...blockers
      .filter(({ severity }) => severity === 'stop')
      .map((blocker): PreparationCard => {
        const settled = state.choices.settled.includes(blocker.id);
        return {
          kind: 'stop',
          id: blocker.id,
          blocker,
          settling: settlingOf(blocker),
          state: settled ? 'done' : 'cannot-continue',
        };
      }),
    ...blockers
      .filter(({ severity }) => severity === 'warn')
      .map((blocker): PreparationCard => ({ kind: 'notice', id: blocker.id, blocker, state: seen(blocker.id) })),
    ...(plan?.steps ?? [])
      .filter(({ kind, verb }) => kind === 'person' && verb === 'prepare')
      .map((step): PreparationCard => ({ kind: 'task', id: step.id, step, state: seen(step.id) })),
  ];
}

/** What still keeps the removal from starting. Things that are only good to know do not. */
export const openCards = (cards: readonly PreparationCard[]): readonly PreparationCard[] =>
  cards.filter(({ kind, state }) => kind !== 'notice' && state !== 'done');

/** Nobody's word ends an installation that is at work. */
const settlingOf = ({ who }: Blocker): Settling => (who === 'wait' ? 'look-again' : 'agreement');
