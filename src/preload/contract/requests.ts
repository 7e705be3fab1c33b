import * as z from 'zod';
import { languages } from '../../main/core/knowledge/knowledge';
import { Alternative } from '../../main/core/knowledge/alternative';
import { Text } from '../../main/core/knowledge/fact';
import { Blocker, Scan } from '../../main/core/matching/scan';
import { ProbeRecord } from '../../main/core/probing/finding';
import { Plan, PlanChoices } from '../../main/core/planning/plan';
import { Report } from '../../main/core/reporting/report';
import { runOutcomes, stepOutcomes } from '../../main/core/execution/journal';
import { Verification } from '../../main/core/verification/verification';

const nothing = z.strictObject({});

/** What is kept between two starts. Nothing about the computer, nothing about a person. */
export const Settings = z.strictObject({
  language: z.enum(languages),
  theme: z.enum(['system', 'light', 'dark']),
  technician: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

/** A computer that the journey can be made on: this one or a simulated one. */
export const ComputerChoice = z.strictObject({
  id: z.string(),
  simulated: z.boolean(),
  title: Text,
  story: Text,
});
export type ComputerChoice = z.infer<typeof ComputerChoice>;

/** One step of a run as the journal tells it. */
export const RunStep = z.strictObject({
  id: z.string(),
  title: z.string(),
  shows: z.string(),
  kind: z.enum(['action', 'person', 'check', 'restart']),
  state: z.enum(['waiting', 'running', 'interrupted', ...stepOutcomes]),
  reason: z.string().nullable(),
  detail: z.string().nullable(),
  at: z.string().nullable(),
});
export type RunStep = z.infer<typeof RunStep>;

/** Something a run moved aside, as its journal tells it. */
export const KeptThing = z.strictObject({
  item: z.string(),
  title: z.string(),
  shows: z.string(),
  state: z.enum(['kept', 'back', 'not-back']),
  /** Why it could not be put back; has words in `reasons`. */
  reason: z.string().nullable(),
});
export type KeptThing = z.infer<typeof KeptThing>;

export const RunView = z.strictObject({
  run: z.string(),
  startedAt: z.string(),
  simulated: z.boolean(),
  outcome: z.enum(runOutcomes).nullable(),
  steps: z.array(RunStep),
  kept: z.array(KeptThing),
});
export type RunView = z.infer<typeof RunView>;

/** Why a run did not begin. `reason` has words in `reasons`. */
export const RunRefusal = z.strictObject({
  reason: z.string(),
  blockers: z.array(Blocker),
  detail: z.string().nullable(),
});
export type RunRefusal = z.infer<typeof RunRefusal>;

export const AppFacts = z.strictObject({
  version: z.string(),
  dataVersion: z.string(),
  dataDate: z.string(),
  platform: z.enum(['windows', 'macos', 'linux']),
  /** Years-old or development runtimes say so. */
  runtime: z.string(),
  /** This computer in plain words (maker and model), or null while it is not known; never waited for. */
  computer: z.string().nullable(),
  remoteSession: z.boolean(),
});
export type AppFacts = z.infer<typeof AppFacts>;

/**
 * THE contract between the page and the main process: name -> what is given, what comes back. Few and coarse: the page asks for a
 * scan, agrees to a plan by its digest, watches. It never names a path, a key or a command.
 */
export const requests = {
  'app:facts': { input: nothing, output: AppFacts },
  'settings:read': { input: nothing, output: Settings },
  'settings:write': { input: Settings, output: Settings },
  'computers:list': {
    input: nothing,
    output: z.strictObject({ chosen: z.string(), computers: z.array(ComputerChoice) }),
  },
  'computers:choose': {
    input: z.strictObject({ id: z.string().max(80) }),
    output: z.strictObject({ chosen: z.string() }),
  },
  'scan:run': { input: nothing, output: Scan },
  'plan:make': { input: PlanChoices, output: Plan },
  'alternatives:rank': {
    input: z.strictObject({ audience: z.enum(['home', 'small-business']), budget: z.enum(['free', 'low', 'any']) }),
    output: z.array(z.strictObject({ alternative: Alternative, reasons: z.array(z.string()), rank: z.int() })),
  },
  /** Carries out the plan that was made last, if its digest is the agreed one. Confirmed once more on the main side. */
  'run:start': {
    input: z.strictObject({ digest: z.string().max(128) }),
    output: z.union([
      z.strictObject({ ok: z.literal(true), run: RunView }),
      z.strictObject({ ok: z.literal(false), refusal: RunRefusal }),
    ]),
  },
  'run:resume': {
    input: z.strictObject({ run: z.string().max(80) }),
    output: z.union([
      z.strictObject({ ok: z.literal(true), run: RunView }),
      z.strictObject({ ok: z.literal(false), refusal: RunRefusal }),
    ]),
  },
  /** Puts back what a run moved aside: the named items, or with null all of it. Confirmed once more on the main side. */
  'run:undo': {
    input: z.strictObject({ run: z.string().max(80), items: z.array(z.string().max(80)).max(10_000).nullable() }),
    output: z.union([
      z.strictObject({ ok: z.literal(true), run: RunView }),
      z.strictObject({ ok: z.literal(false), refusal: RunRefusal }),
    ]),
  },
  'runs:list': { input: nothing, output: z.array(RunView) },
  'verify:run': { input: z.strictObject({ run: z.string().max(80).nullable() }), output: Verification },
  'report:make': { input: z.strictObject({ run: z.string().max(80).nullable() }), output: Report },
  /** Asks on the main side where to save; null when the person cancelled. */
  'report:save': {
    input: z.strictObject({ run: z.string().max(80).nullable(), format: z.enum(['html', 'json']) }),
    output: z.strictObject({ savedAs: z.string().nullable() }),
  },
  /** Opens a page in the system's browser after showing its host: only addresses from our own data, by the id of their owner. */
  'link:open': {
    input: z.strictObject({ of: z.enum(['alternative', 'policy']), id: z.string().max(80) }),
    output: z.strictObject({ opened: z.boolean() }),
  },
} as const;

export type Request = keyof typeof requests;
export type RequestInput<R extends Request> = z.input<(typeof requests)[R]['input']>;
export type RequestOutput<R extends Request> = z.output<(typeof requests)[R]['output']>;

/** What the main process tells the page without being asked. */
export const events = {
  'scan:probe': z.strictObject({ probe: ProbeRecord, found: z.int() }),
  'run:changed': RunView,
  /** A line of the running tool's own output. */
  'run:line': z.strictObject({ run: z.string(), step: z.string(), line: z.string() }),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;

/** Every answer is a value: the result, or why there is none. Errors never cross as exceptions. */
export type Reply<R extends Request> =
  | { readonly ok: true; readonly value: RequestOutput<R> }
  | { readonly ok: false; readonly reason: 'refused-sender' | 'bad-request' | 'failed'; readonly detail: string };

/** What the page finds as `window.offramp`. */
export interface OfframpApi {
  request<R extends Request>(name: R, input: RequestInput<R>): Promise<Reply<R>>;
  /** Subscribing returns a function that ends it. */
  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void;
}
