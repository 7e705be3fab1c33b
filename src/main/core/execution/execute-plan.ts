import type { Action } from '../machine/actions';
import type { MachineActor, MachineReader } from '../machine/machine';
import type { Plan, Step } from '../planning/plan';
import type { Journal, RunOutcome, StepOutcome } from './journal';
import { isAccomplished } from './is-accomplished';
import { runState } from './read-journal';

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
    if (before !== undefined && finished.has(before)) continue;
    const begunBefore = state.open.has(step.id) || before === 'failed';
    if (!state.open.has(step.id)) tools.journal.append({ event: 'intent', step: step.id });
    const result = await carryOut(step, begunBefore, before, tools);
    tools.journal.append({ event: 'outcome', step: step.id, ...result });
    if (result.outcome === 'failed') return end('failed', tools);
    if (result.outcome === 'restart-pending') return end('restart-needed', tools);
  }
  return end('done', tools);
}

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
      return act(step.action, step.id, begunBefore, tools);
    case 'restart':
      return restart(before, tools);
    case 'check': {
      const { passed, reason } = await tools.check(step.verb === 'check-gone' ? 'check-gone' : 'check-protected');
      return plain(passed ? 'passed' : 'not-passed', reason);
    }
  }
}

async function act(action: Action, step: string, begunBefore: boolean, tools: ExecutionTools): Promise<Result> {
  if (begunBefore && (await isAccomplished(action, tools.reader)) === 'yes') return plain('done', 'found-done');
  const result = await tools.actor.act(action, {
    report: (line) => tools.onToolLine(step, line),
    logFile: tools.logFile(step),
    run: tools.journal.run,
    step,
    askPassword: tools.askPassword,
  });
  if (result.outcome === 'done-after-restart') return result;
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
  const needed = [...state.outcomes.values()].some(({ outcome }) => outcome === 'done-after-restart');
  if (!needed) return plain('passed', 'no-restart-needed');
  const bootAtRemoval = bootIdWhenNeeded(tools);
  const restarted = tools.bootId === null ? before === 'restart-pending' : tools.bootId !== bootAtRemoval;
  return restarted ? plain('restarted') : plain('restart-pending', 'restart-needed');
}

/** The boot id of the part of the journal in which the last "done after restart" was written. */
function bootIdWhenNeeded(tools: ExecutionTools): string | null {
  let bootId: string | null = null;
  let needed: string | null = null;
  for (const { body } of tools.journal.lines()) {
    if (body.event === 'run-started' || body.event === 'resumed') bootId = body.bootId;
    if (body.event === 'outcome' && body.outcome === 'done-after-restart') needed = bootId;
  }
  return needed;
}

function end(outcome: RunOutcome, tools: ExecutionTools): RunOutcome {
  tools.journal.append({ event: 'run-ended', outcome });
  return outcome;
}
