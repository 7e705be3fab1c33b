import type { RequestInput, RunView, Settings } from '../../preload/contract/requests';
import type { Needs, Page } from './journey-state';

/** Everything a person can want on a page. Nothing comes back: what it led to is in the state. */
export interface Intentions {
  readonly goTo: (page: Page) => void;
  readonly lookAgain: () => void;
  readonly keepSettings: (keep: boolean) => void;
  /** A stop is settled, or not after all. */
  readonly settle: (blocker: string, settled: boolean) => void;
  readonly lookAt: (id: string) => void;
  readonly setDone: (id: string, done: boolean) => void;
  readonly setNeeds: (needs: Needs) => void;
  /** What shall protect this computer; null is "I decide later". */
  readonly replaceWith: (alternative: string | null) => void;
  readonly startRemoval: () => void;
  readonly resume: (view: RunView) => void;
  /** Puts back what a run moved aside: one thing by its id, or with null all of it. */
  readonly undo: (run: string, item: string | null) => void;
  /** Back to the plan: looks again, because what was agreed no longer fits. */
  readonly planAgain: () => void;
  readonly verify: () => void;
  readonly save: (format: RequestInput<'report:save'>['format']) => void;
  readonly openPage: (of: RequestInput<'link:open'>['of'], id: string) => void;
  readonly changeSettings: (settings: Settings) => void;
  readonly chooseComputer: (id: string) => void;
}
