import type { RunStep } from '../../../preload/contract/requests';
import type { Words } from '../../words/words-in';

/** The state of a step in words: ends are told as the report tells them. */
export function tellStepState({ t }: Words, state: RunStep['state']): string {
  switch (state) {
    case 'waiting':
    case 'running':
    case 'interrupted':
      return t(`remove.step-state.${state}`);
    default:
      return t(`outcomes.${state}`);
  }
}
