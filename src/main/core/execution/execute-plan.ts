import type { Action } from '../machine/actions';
import type { MachineActor, MachineReader } from '../machine/machine';
import type { Plan, Step } from '../planning/plan';
import type { Journal, RunOutcome, StepOutcome } from './journal';
import { noteFilters, whyNotRestart, type FilterNotes } from './filters';
import { isAccomplished } from './is-accomplished';
import { runState, type RunState } from './read-journal';

export interface ExecutionTools {
  readonly actor: MachineActor;
  readonly reader: MachineReader;
  readonly journal: Journal;
  readonly logFile: (step: string) => string | null;
  /** A check that ends the run: it looks again and says whether all is well. */
  readonly check: (
    verb: 'check-gone' | 'check-protected',
  ) => Promise<{ readonly passed: boolean; readonly reason: string | null }>;
  /** Identifies the time between two starts of this computer; null when it cannot be told. */
  readonly bootId: string | null;
  /** See `ActingSurroundings.askPassword`. */
  readonly askPassword: (product: string) => Promise<string | null>;
  /** Lines of the running tool, for showing. */
  readonly onToolLine: (step: string, line: string) => void;
}

const finished: ReadonlySet<StepOutcome> = new Set([
  'done',
  'done-after-restart',
  'was-not-there',
  'acknowledged',
  'passed',
  'not-passed',
  'restarted',
]);

/**
 * Carries a plan out, step by step, with an intent on disk before and an outcome after each. Called again on the same journal it
 * goes on where that ends: finished steps are not repeated, and a step that was begun is first looked at, because it may have been
 * carried out before we could write so.
 */
export async function executePlan(plan: Plan, tools: ExecutionTools): Promise<RunOutcome> {
  for (const step of plan.steps) {
    const state = runState(tools.journal.lines());
    const before = state.outcomes.get(step.id)?.outcome;
    if (before !== undefined && isFinished(step, before)) continue;
    const begunBefore = state.open.has(step.id) || before === 'failed';
    if (!state.open.has(step.id)) tools.journal.append({ event: 'intent', step: step.id });
    const result = await carryOut(step, begunBefore, before, tools);
    tools.journal.append({ event: 'outcome', step: step.id, ...result });
    if (result.outcome === 'failed') return end('failed', tools);
    if (result.outcome === 'restart-pending') return end('restart-needed', tools);
    if (step.verb === 'check-filters' && result.outcome === 'not-passed') return end('blocked', tools);
  }
  return end('done', tools);
}

/** Filters that had lost their driver are looked at again: somebody may have seen to them. A lost network was told once, and does not stop twice. */
const isFinished = ({ verb }: Step, before: StepOutcome): boolean =>
  finished.has(before) && !(verb === 'check-filters' && before === 'not-passed');

interface Result {
  readonly outcome: StepOutcome;
  readonly reason: string | null;
  readonly detail: string | null;
}

const plain = (outcome: StepOutcome, reason: string | null = null): Result => ({ outcome, reason, detail: null });

async function carryOut(
  step: Step,
  begunBefore: boolean,
  before: StepOutcome | undefined,
  tools: ExecutionTools,
): Promise<Result> {
  switch (step.kind) {
    case 'person':
      // Agreed to with the plan: the person said that this is settled, or will be done by them.
      return plain('acknowledged');
    case 'action':
      if (step.action === null) throw new Error(`step ${step.id} has no action`);
      return act(step, step.action, begunBefore, tools);
    case 'restart':
      return restart(before, tools);
    case 'check':
      return check(step, before, tools);
  }
}

async function check({ id, verb }: Step, before: StepOutcome | undefined, tools: ExecutionTools): Promise<Result> {
  switch (verb) {
    case 'note-filters':
      tools.journal.append({ event: 'noted', step: id, filters: await noteFilters(tools.reader) });
      return plain('passed');
    case 'check-filters': {
      const now = await noteFilters(tools.reader);
      tools.journal.append({ event: 'noted', step: id, filters: now });
      const against = whyNotRestart(notedAt('note-filters', tools), now);
      if (against === null) return plain('passed');
      return against.reason === 'network-lost' && before === 'not-passed'
        ? plain('passed', 'network-lost')
        : { outcome: 'not-passed', ...against };
    }
    case 'check-gone':
    case 'check-protected': {
      const { passed, reason } = await tools.check(verb);
      return plain(passed ? 'passed' : 'not-passed', reason);
    }
    default:
      throw new Error(`step ${id} is no check`);
  }
}

function notedAt(step: string, tools: ExecutionTools): FilterNotes | null {
  const noted = tools.journal.lines().findLast(({ body }) => body.event === 'noted' && body.step === step)?.body;
  return noted?.event === 'noted' ? noted.filters : null;
}

async function act(
  { id: step, verb }: Step,
  action: Action,
  begunBefore: boolean,
  tools: ExecutionTools,
): Promise<Result> {
  if (begunBefore && (await isAccomplished(action, tools.reader)) === 'yes') return plain('done', 'found-done');
  const result = await tools.actor.act(action, {
    report: (line) => tools.onToolLine(step, line),
    logFile: tools.logFile(step),
    run: tools.journal.run,
    step,
    askPassword: tools.askPassword,
  });
  if (result.outcome === 'done-after-restart') return result;
  // A way back that cannot be had is told; it is no reason to leave the product where it is.
  if (verb === 'make-restore-point' && result.outcome === 'failed') return { ...result, outcome: 'not-passed' };
  // The tool's exit code is a hint; what the computer says afterwards decides. A tool that was started before a crash may have
  // finished while ours waited for it, and ours then fails because there is nothing left to do.
  const accomplished = await isAccomplished(action, tools.reader);
  if (result.outcome === 'failed')
    return accomplished === 'yes' ? { ...result, outcome: 'done', reason: 'found-done' } : result;
  return accomplished === 'no' ? { ...result, outcome: 'failed', reason: 'still-there' } : result;
}

/** A restart is needed only when a step said so, and has happened when the computer's boot id is another one. */
function restart(before: StepOutcome | undefined, tools: ExecutionTools): Result {
  const state = runState(tools.journal.lines());
  if (!isRestartNeeded(state)) return plain('passed', 'no-restart-needed');
  const bootAtRemoval = bootIdWhenNeeded(tools);
  const restarted = tools.bootId === null ? before === 'restart-pending' : tools.bootId !== bootAtRemoval;
  return restarted ? plain('restarted') : plain('restart-pending', 'restart-needed');
}

/** A removal asked for one, or is one of those that the vendor finishes with a restart whatever it says itself. */
const isRestartNeeded = ({ started, outcomes }: RunState): boolean =>
  started.plan.steps.some((step) => needsRestart(step, outcomes.get(step.id)?.outcome));

const needsRestart = ({ restart: need }: Step, outcome: StepOutcome | undefined): boolean =>
  outcome === 'done-after-restart' || (need === 'always' && outcome === 'done');

/** The boot id of the part of the journal in which the last removal that needs a restart was written. */
function bootIdWhenNeeded(tools: ExecutionTools): string | null {
  const lines = tools.journal.lines();
  const steps = new Map(runState(lines).started.plan.steps.map((step) => [step.id, step]));
  let bootId: string | null = null;
  let needed: string | null = null;
  for (const { body } of lines) {
    if (body.event === 'run-started' || body.event === 'resumed') bootId = body.bootId;
    const step = body.event === 'outcome' ? steps.get(body.step) : undefined;
    if (body.event === 'outcome' && step !== undefined && needsRestart(step, body.outcome)) needed = bootId;
  }
  return needed;
}

function end(outcome: RunOutcome, tools: ExecutionTools): RunOutcome {
  tools.journal.append({ event: 'run-ended', outcome });
  return outcome;
}
