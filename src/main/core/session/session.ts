import type { Journal, JournalStore, RunOutcome } from '../execution/journal';
import type { RunState } from '../execution/read-journal';
import type { UndoneItem } from '../execution/undo';
import type { KeptItem } from '../machine/kept-item';
import type { Knowledge, Language } from '../knowledge/knowledge';
import type { Words } from '../knowledge/words';
import type { CannotAct, Machine } from '../machine/machine';
import type { Finding, ProbeRecord } from '../probing/finding';
import type { Scan } from '../matching/scan';
import type { Plan, PlanChoices } from '../planning/plan';
import type { PlanChanges } from '../planning/compare-plans';
import type { Sealing } from '../reporting/proof';
import type { Report } from '../reporting/report';
import type { Verification } from '../verification/verification';
import type { RankedAlternative, Needs } from '../choosing/rank-alternatives';
import type { Consent } from '../execution/journal';

/** Everything a session is given; nothing in core reaches for the outside world by itself. */
export interface SessionTools {
  readonly machine: Machine;
  readonly knowledge: Knowledge;
  readonly language: Language;
  readonly words: Words;
  readonly toolVersion: string;
  readonly now: () => Date;
  readonly clockGiven: boolean;
  readonly monotonicMs: () => number;
  readonly wait: (ms: number) => { readonly done: Promise<void>; readonly cancel: () => void };
  readonly digest: (text: string) => string;
  readonly newRunId: (now: Date) => string;
  readonly journals: JournalStore;
  readonly bootId: string | null;
  /** Signs reports; made when first wanted, null where no key can be kept. Without it reports are not signed. */
  readonly sealing?: () => Sealing | null;
  /** Called whenever a machine with state in memory must be brought to where a journal left it. */
  readonly replay?: (journal: Journal) => void;
}

export interface ScanEvents {
  readonly onProbe?: (probe: ProbeRecord, found: readonly Finding[]) => void;
}

export interface ApplyEvents {
  readonly onJournal?: (state: RunState, run: string) => void;
  readonly onToolLine?: (step: string, line: string) => void;
  /** Asks for a product's own password for one call; without it nobody can be asked. */
  readonly askPassword?: (product: string) => Promise<string | null>;
}

/** Why a plan was not carried out. Each has words in `reasons`. */
export type Refusal =
  | { readonly reason: 'plan-differs'; readonly changes: PlanChanges }
  | { readonly reason: 'no-such-run' | 'journal-edited' | 'journal-unreadable' | 'run-ended' | 'computer-changed' }
  | { readonly reason: 'cannot-act'; readonly because: CannotAct }
  | { readonly reason: 'needs-elevation' }
  | { readonly reason: 'somebody-else'; readonly heldBy: string }
  | { readonly reason: 'blocked'; readonly blockers: Scan['blockers'] }
  | { readonly reason: 'nothing-to-do' }
  /** Nothing was begun after that: without a record nothing is done. `because` is the system's own code. */
  | { readonly reason: 'record-not-written'; readonly run: string; readonly because: string }
  | { readonly reason: 'no-such-item'; readonly item: string }
  | { readonly reason: 'kept-unreadable'; readonly because: string };

export type UndoResult =
  | { readonly ok: true; readonly run: string; readonly items: readonly UndoneItem[] }
  | { readonly ok: false; readonly refusal: Refusal };

export type ApplyResult =
  | { readonly ok: true; readonly run: string; readonly outcome: RunOutcome; readonly state: RunState }
  | { readonly ok: false; readonly refusal: Refusal };

export type RunLookup =
  | { readonly ok: true; readonly run: string; readonly state: RunState }
  | { readonly ok: false; readonly reason: 'no-such-run' | 'journal-edited' | 'journal-unreadable' };

export type LookAgainResult =
  { readonly ok: true; readonly verification: Verification } | { readonly ok: false; readonly refusal: Refusal };

/** The use cases. The window and the command line call these and nothing deeper. */
export interface Session {
  scan(events?: ScanEvents): Promise<Scan>;
  /** `unknownSteps`: choices to skip that name no step of this plan; a mistyped one must not pass for a choice. */
  plan(
    choices: PlanChoices,
  ): Promise<{ readonly scan: Scan; readonly plan: Plan; readonly unknownSteps: readonly string[] }>;
  /** Makes its own scan and plan with the choices of the agreed one, and carries it out only when both are the same. */
  apply(
    agreed: Plan | { readonly digest: string; readonly choices: PlanChoices },
    consent: Consent,
    events?: ApplyEvents,
  ): Promise<ApplyResult>;
  /** Goes on with a run that was cut off; the newest unfinished one when no run is named. Consent is in its journal. */
  resume(run: string | null, events?: ApplyEvents): Promise<ApplyResult>;
  /** What a run moved aside, and whether each can be put back. */
  kept(
    run: string,
  ): Promise<
    { readonly ok: true; readonly items: readonly KeptItem[] } | { readonly ok: false; readonly refusal: Refusal }
  >;
  /** Puts back what a run moved aside: the named items, or with null all that can be put back. */
  undo(run: string, items: readonly string[] | null, onItem?: (item: UndoneItem) => void): Promise<UndoResult>;
  /** With a run, also says which of the products it removed are there again. */
  verify(
    run: string | null,
  ): Promise<
    { readonly ok: true; readonly verification: Verification } | { readonly ok: false; readonly reason: string }
  >;
  /** `verify` for a run, written into its journal: the look some time after the end. */
  lookAgain(run: string): Promise<LookAgainResult>;
  report(
    run: string | null,
  ): Promise<{ readonly ok: true; readonly report: Report } | { readonly ok: false; readonly reason: string }>;
  alternatives(needs: Omit<Needs, 'platform'>): Promise<readonly RankedAlternative[]>;
  /** A run's whole record in plain words. */
  journal(run: string): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };
  run(id: string): RunLookup;
  runs(): readonly RunLookup[];
}
