import * as z from 'zod';
import { actionOutcomes } from '../machine/actions';
import { Plan } from '../planning/plan';
import { Scan, verdicts } from '../matching/scan';
import { FilterNotes } from './filters';

export const stepOutcomes = [
  'done',
  'done-after-restart',
  'was-not-there',
  'acknowledged',
  'passed',
  'not-passed',
  'restart-pending',
  'restarted',
  'failed',
] as const;
export type StepOutcome = (typeof stepOutcomes)[number];

export const runOutcomes = ['done', 'restart-needed', 'blocked', 'refused', 'failed'] as const;
export type RunOutcome = (typeof runOutcomes)[number];

/** Who agreed, and how. */
export const Consent = z.strictObject({ given: z.enum(['terminal', 'flag', 'window']) });
export type Consent = z.infer<typeof Consent>;

const Event = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('run-started'),
    run: z.string(),
    tool: z.string(),
    dataVersion: z.string(),
    plan: Plan,
    before: Scan,
    consent: Consent,
    /** Set when the clock was given on the command line instead of read from this computer. */
    clockGiven: z.boolean(),
    bootId: z.string().nullable(),
  }),
  z.strictObject({ event: z.literal('resumed'), bootId: z.string().nullable() }),
  z.strictObject({ event: z.literal('intent'), step: z.string() }),
  z.strictObject({
    event: z.literal('outcome'),
    step: z.string(),
    outcome: z.enum(stepOutcomes),
    reason: z.string().nullable(),
    detail: z.string().nullable(),
  }),
  /** Through which drivers things passed at that step. */
  z.strictObject({ event: z.literal('noted'), step: z.string(), filters: FilterNotes }),
  z.strictObject({ event: z.literal('run-ended'), outcome: z.enum(runOutcomes) }),
  /** Putting back what this run moved aside, item by item; any time after the step that moved it. */
  z.strictObject({ event: z.literal('undo-intent'), item: z.string() }),
  z.strictObject({
    event: z.literal('undo-outcome'),
    item: z.string(),
    outcome: z.enum(actionOutcomes),
    reason: z.string().nullable(),
    detail: z.string().nullable(),
  }),
  /** A later look at the same computer: what was found, and which of the removed products were there again. */
  z.strictObject({ event: z.literal('looked-again'), verdict: z.enum(verdicts), returned: z.array(z.string()) }),
]);
export type JournalEvent = z.infer<typeof Event>;

/** One line: what happened, when, and a digest that chains it to the line before, so that an edited line is noticed. */
export const JournalLine = z.strictObject({
  seq: z.int(),
  at: z.iso.datetime({ offset: true }),
  body: Event,
  chain: z.string(),
});
export type JournalLine = z.infer<typeof JournalLine>;

/**
 * A line could not be written: the disk is full, was taken away or may not be written. Thrown, because nothing may be done without a record; the
 * session turns it into a refusal that names the run.
 */
export class RecordNotWritten extends Error {
  constructor(
    readonly run: string,
    /** The system's own code, such as `ENOSPC`. */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`the record of run ${run} cannot be written: ${code}`, options);
  }
}

/** An append-only record. `append` returns after the line is on the disk, or throws `RecordNotWritten`. */
export interface Journal {
  readonly run: string;
  append(event: JournalEvent): void;
  lines(): readonly JournalLine[];
}

/** Where journals live. Expected refusals are values. */
export interface JournalStore {
  create(run: string): Journal;
  open(
    run: string,
  ):
    | { readonly ok: true; readonly journal: Journal }
    | { readonly ok: false; readonly reason: 'no-such-run' | 'journal-edited' | 'journal-unreadable' };
  /** Newest first. */
  runs(): readonly string[];
  /** The one lock of this computer; null when somebody else holds it. */
  lock(): { readonly release: () => void } | { readonly heldBy: string };
  /** A file beside the journal for a tool's own output. */
  logFile(run: string, step: string): string | null;
}
