import type { RunState } from '../../core/execution/read-journal';
import type { Step } from '../../core/planning/plan';
import type { KeptThing, RunStep, RunView } from '../../../preload/contract/requests';

/**
 * A run as the page shows it. `beingActed` says whether somebody is carrying it out right now: only then is a step "running"; a
 * run that nobody carries out and that has no end was cut off, and its next step says so.
 */
export function runView(run: string, state: RunState, beingActed: boolean): RunView {
  const cutOff = !beingActed && state.ended === null;
  const next = cutOff ? nextStep(state) : null;
  return {
    run,
    startedAt: state.startedAt,
    simulated: state.started.before.machine.simulated,
    outcome: state.ended,
    steps: state.started.plan.steps.map((step) => stepView(step, state, step.id === next)),
    kept: state.started.plan.steps.flatMap((step) => keptThing(step, state)),
  };
}

/** What a step moved aside, and whether it was put back since. */
function keptThing({ id, title, shows, action }: Step, { outcomes, undone }: RunState): readonly KeptThing[] {
  if (action?.verb !== 'quarantine' || outcomes.get(id)?.outcome !== 'done') return [];
  const back = undone.get(action.item);
  const state = back === undefined ? 'kept' : back.outcome === 'failed' ? 'not-back' : 'back';
  return [{ item: action.item, title, shows, state, reason: back?.reason ?? null }];
}

/** Where a run that was cut off goes on: the step that was begun, else the first one that nothing is known of. */
function nextStep({ started, open, outcomes }: RunState): string | null {
  const { steps } = started.plan;
  const found = steps.find(({ id }) => open.has(id)) ?? steps.find(({ id }) => !outcomes.has(id));
  return found?.id ?? null;
}

function stepView(step: Step, state: RunState, isNextOfCutOff: boolean): RunStep {
  const { id, title, shows, kind } = step;
  const outcome = state.outcomes.get(id);
  const common = { id, title, shows, kind };
  const unfinished = { reason: null, detail: null, at: null };
  if (isNextOfCutOff) return { ...common, ...unfinished, state: 'interrupted' };
  // A step that failed before and was begun again is open although it has an outcome.
  if (state.open.has(id)) return { ...common, ...unfinished, state: 'running' };
  if (outcome === undefined) return { ...common, ...unfinished, state: 'waiting' };
  return { ...common, state: outcome.outcome, reason: outcome.reason, detail: outcome.detail, at: outcome.at };
}
