import type { RunStep } from '../../../preload/contract/requests';
import type { Mark } from '../../state/stage-status';

/** The shape for a step's state. */
export const markOfStep = (state: RunStep['state']): Mark => marks[state];

const marks: Readonly<Record<RunStep['state'], Mark>> = {
  waiting: 'todo',
  running: 'busy',
  interrupted: 'attention',
  done: 'done',
  'done-after-restart': 'done',
  'was-not-there': 'done',
  acknowledged: 'done',
  passed: 'done',
  restarted: 'done',
  'restart-pending': 'attention',
  'not-passed': 'attention',
  failed: 'stop',
};
