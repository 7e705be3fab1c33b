import type {
  AppFacts,
  ComputerChoice,
  RequestInput,
  RequestOutput,
  RunRefusal,
  RunView,
  Settings,
} from '../../preload/contract/requests';
import type { Scan } from '../../main/core/matching/scan';
import type { Plan, PlanChoices } from '../../main/core/planning/plan';
import type { ProbeRecord } from '../../main/core/probing/finding';
import type { Verification } from '../../main/core/verification/verification';

export const stages = ['check', 'prepare', 'choose', 'remove', 'prove'] as const;
export type Stage = (typeof stages)[number];
export type Page = Stage | 'history' | 'settings';

/** One probe that answered. `found` counts entries that were read, whatever they are. */
export interface TickedProbe {
  readonly probe: ProbeRecord;
  readonly found: number;
}

export type CheckState =
  | { readonly phase: 'empty' }
  | { readonly phase: 'looking'; readonly ticked: readonly TickedProbe[] }
  | { readonly phase: 'found'; readonly scan: Scan }
  | { readonly phase: 'failed'; readonly detail: string };

/** `busy` keeps the plan that is being replaced, so that the page does not jump. It can be read but not agreed to. */
export type PlanState =
  | { readonly phase: 'empty' }
  | { readonly phase: 'busy'; readonly previous: Plan | null }
  | { readonly phase: 'ready'; readonly plan: Plan }
  | { readonly phase: 'failed'; readonly detail: string };

export type Needs = RequestInput<'alternatives:rank'>;
export type Ranking = RequestOutput<'alternatives:rank'>;
export type RankingState =
  | { readonly phase: 'empty' }
  | { readonly phase: 'busy'; readonly previous: Ranking | null }
  | { readonly phase: 'found'; readonly ranking: Ranking }
  | { readonly phase: 'failed'; readonly detail: string };

/** The step that is being carried out, and since when we see it. */
export interface RunningStep {
  readonly id: string;
  readonly since: string;
}

export type RemovalState =
  | { readonly phase: 'idle' }
  /** Waiting for the person's yes outside this page; `resuming` is the run that would go on. */
  | { readonly phase: 'asking'; readonly resuming: RunView | null }
  | { readonly phase: 'refused'; readonly refusal: RunRefusal; readonly resuming: RunView | null }
  | {
      readonly phase: 'running';
      readonly view: RunView;
      readonly step: RunningStep | null;
      readonly lines: readonly string[];
    }
  | { readonly phase: 'interrupted'; readonly view: RunView }
  | { readonly phase: 'ended'; readonly view: RunView; readonly lines: readonly string[] }
  | { readonly phase: 'failed'; readonly detail: string; readonly resuming: RunView | null };

export type ProofState =
  | { readonly phase: 'empty' }
  | { readonly phase: 'looking' }
  | { readonly phase: 'done'; readonly verification: Verification }
  | { readonly phase: 'failed'; readonly detail: string };

export type SavingState =
  | { readonly phase: 'idle' | 'saving' | 'cancelled' }
  | { readonly phase: 'saved'; readonly savedAs: string }
  | { readonly phase: 'failed'; readonly detail: string };

/** Putting things back: of which run, and what came of the last try. */
export type UndoState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'undoing'; readonly run: string }
  | { readonly phase: 'refused'; readonly run: string; readonly refusal: RunRefusal }
  | { readonly phase: 'failed'; readonly run: string; readonly detail: string };

export type HistoryState =
  | { readonly phase: 'empty' | 'busy' }
  | { readonly phase: 'found'; readonly runs: readonly RunView[]; readonly undo: UndoState }
  | { readonly phase: 'failed'; readonly detail: string };

export type Preparedness = 'looked-at' | 'done';

/** Everything the window shows, as one plain value. */
export interface JourneyState {
  readonly page: Page;
  /** Counts changes of computer: an answer about the one before is dropped. */
  readonly generation: number;
  readonly facts: AppFacts | null;
  readonly settings: Settings;
  readonly computers: { readonly chosen: string | null; readonly list: readonly ComputerChoice[] };
  readonly check: CheckState;
  readonly choices: PlanChoices;
  /** By step or blocker id; what is missing was not started. */
  readonly prepared: Readonly<Record<string, Preparedness>>;
  readonly plan: PlanState;
  readonly needs: Needs;
  readonly ranking: RankingState;
  /** The person said what shall protect this computer, even if that is "later". */
  readonly decided: boolean;
  readonly removal: RemovalState;
  readonly proof: ProofState;
  readonly saving: SavingState;
  readonly history: HistoryState;
}

/** Before anything was asked. */
export const journeyBegins: JourneyState = {
  page: 'check',
  generation: 0,
  facts: null,
  settings: { language: 'en', theme: 'system', technician: false },
  computers: { chosen: null, list: [] },
  check: { phase: 'empty' },
  choices: { keep: [], skip: [], settled: [], replaceWith: null },
  prepared: {},
  plan: { phase: 'empty' },
  needs: { audience: 'home', budget: 'any' },
  ranking: { phase: 'empty' },
  decided: false,
  removal: { phase: 'idle' },
  proof: { phase: 'empty' },
  saving: { phase: 'idle' },
  history: { phase: 'empty' },
};
