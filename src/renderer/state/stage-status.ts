import { assertNever } from './assert-never';
import type { JourneyState, Stage } from './journey-state';
import { planOf } from './planning';
import { openCards, preparationCards } from './preparation-cards';

/** A shape that goes with a word. Never colour alone. */
export type Mark = 'todo' | 'busy' | 'done' | 'attention' | 'stop' | 'unsure';

/** How far a stage is: `says` has words in `window.status`. */
export interface StageStatus {
  readonly mark: Mark;
  readonly says: string;
  readonly count?: number;
}

export function stageStatus(stage: Stage, state: JourneyState): StageStatus {
  switch (stage) {
    case 'check':
      return checkStatus(state);
    case 'prepare':
      return prepareStatus(state);
    case 'choose':
      return state.decided ? { mark: 'done', says: 'chosen' } : { mark: 'todo', says: 'open' };
    case 'remove':
      return removeStatus(state);
    case 'prove':
      return proveStatus(state);
    default:
      return assertNever(stage);
  }
}

function checkStatus({ check }: JourneyState): StageStatus {
  switch (check.phase) {
    case 'empty':
      return { mark: 'todo', says: 'not-yet' };
    case 'looking':
      return { mark: 'busy', says: 'looking' };
    case 'failed':
      return { mark: 'stop', says: 'not-worked' };
    case 'found':
      switch (check.scan.verdict) {
        case 'present':
          return { mark: 'attention', says: 'found' };
        case 'leftovers':
          return { mark: 'attention', says: 'left-behind' };
        case 'clear':
          return { mark: 'done', says: 'nothing-found' };
        case 'inconclusive':
          return { mark: 'unsure', says: 'not-certain' };
        default:
          return assertNever(check.scan.verdict);
      }
    default:
      return assertNever(check);
  }
}

function prepareStatus(state: JourneyState): StageStatus {
  if (state.check.phase !== 'found') return { mark: 'todo', says: 'not-yet' };
  const cards = preparationCards(state);
  const open = openCards(cards);
  if (open.some(({ kind }) => kind === 'stop')) return { mark: 'stop', says: 'to-settle', count: open.length };
  if (open.length > 0) return { mark: 'attention', says: 'to-do', count: open.length };
  return planOf(state.plan) === null ? { mark: 'todo', says: 'nothing-to-do' } : { mark: 'done', says: 'settled' };
}

function removeStatus(state: JourneyState): StageStatus {
  const { removal } = state;
  switch (removal.phase) {
    case 'idle':
      if (state.check.phase !== 'found') return { mark: 'todo', says: 'not-yet' };
      if (state.plan.phase === 'busy' && state.plan.previous === null) return { mark: 'todo', says: 'not-yet' };
      if (!(planOf(state.plan)?.steps.some(({ kind }) => kind === 'action') ?? false))
        return { mark: 'todo', says: 'nothing-to-do' };
      return openCards(preparationCards(state)).length > 0
        ? { mark: 'todo', says: 'not-yet' }
        : { mark: 'todo', says: 'ready' };
    case 'asking':
      return { mark: 'busy', says: 'asking' };
    case 'refused':
      return { mark: 'attention', says: 'not-started' };
    case 'running':
      return { mark: 'busy', says: 'running' };
    case 'interrupted':
      return { mark: 'attention', says: 'interrupted' };
    case 'failed':
      return { mark: 'stop', says: 'not-worked' };
    case 'ended':
      switch (removal.view.outcome) {
        case 'done':
          return { mark: 'done', says: 'done' };
        case 'restart-needed':
          return { mark: 'attention', says: 'restart' };
        case 'blocked':
        case 'refused':
        case 'failed':
        case null:
          return { mark: 'stop', says: 'not-worked' };
        default:
          return assertNever(removal.view.outcome);
      }
    default:
      return assertNever(removal);
  }
}

function proveStatus({ proof }: JourneyState): StageStatus {
  switch (proof.phase) {
    case 'empty':
      return { mark: 'todo', says: 'not-yet' };
    case 'looking':
      return { mark: 'busy', says: 'looking' };
    case 'failed':
      return { mark: 'stop', says: 'not-worked' };
    case 'done': {
      const { gone, protected: isProtected } = proof.verification;
      if (gone === 'yes' && isProtected === 'yes') return { mark: 'done', says: 'proven' };
      return gone === 'no' || isProtected === 'no'
        ? { mark: 'attention', says: 'not-over' }
        : { mark: 'unsure', says: 'not-certain' };
    }
    default:
      return assertNever(proof);
  }
}
