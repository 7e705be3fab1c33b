import type { RunView } from '../../preload/contract/requests';

/**
 * The one of two views of the same run that knows more. An answer to a request and reports on their own way may overtake each
 * other; a run that went on must not be shown going back.
 */
export function laterView(shown: RunView, other: RunView): RunView {
  return progressOf(other) >= progressOf(shown) ? other : shown;
}

/** Grows with every line that a journal can get. */
const progressOf = ({ outcome, steps }: RunView): number =>
  (outcome === null ? 0 : steps.length * 2 + 1) +
  steps.reduce(
    (sum, { state }) => sum + (state === 'waiting' ? 0 : state === 'running' || state === 'interrupted' ? 1 : 2),
    0,
  );
