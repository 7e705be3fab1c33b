import type { Scan } from '../matching/scan';
import { canonicalJson } from './canonical-json';
import { leftoverSteps } from './leftover-steps';
import type { Plan, PlanChoices, Step } from './plan';
import type { Planner } from './planner';
import { preparationSteps } from './preparation-steps';
import { removalSteps } from './removal-steps';
import { removalsFor, type Removal } from './removals';
import { replacementStep } from './replacement-step';
import { plainStep } from './step-parts';
import { whatStays } from './what-stays';

/**
 * The ordered plan for what a scan found: what the person sees to first, the vendor's own removal of each product with the
 * management agent last, a restart where one is needed, and the checks that prove the end. Once nothing is left to remove, it is the second plan: what
 * was left behind is moved aside. Only products that marks of the system's own places speak for are ever planned for.
 */
export function makePlan(scan: Scan, choices: PlanChoices, planner: Planner): Plan {
  const removals = removalsFor(scan, choices, planner);
  const steps = stepsFor(scan, removals, choices, planner).filter((step) => !choices.skip.includes(step.id));
  const machineDigest = planner.digest(canonicalJson(identityOf(scan)));
  return {
    schemaVersion: 1,
    digest: planner.digest(canonicalJson({ machineDigest, choices, steps: steps.map(withoutWords) })),
    machineDigest,
    language: planner.language,
    choices,
    steps: [...steps],
    blockers: scan.blockers.filter(({ id }) => !choices.settled.includes(id)),
    ...whatStays(scan, removals, planner),
  };
}

function stepsFor(scan: Scan, removals: readonly Removal[], choices: PlanChoices, planner: Planner): readonly Step[] {
  const { words } = planner;
  const acting = [...removalSteps(scan, removals, planner), ...leftoverSteps(scan, choices, planner)];
  return [
    ...preparationSteps(scan, removals, choices, planner),
    ...acting,
    ...replacementStep(choices, planner),
    ...(acting.length === 0
      ? []
      : [plainStep('check-gone', 'check', 1, words), plainStep('check-protected', 'check', 1, words)]),
  ];
}

/** A plan is the same in every language, and however long it is thought to take. */
const withoutWords = ({
  title: _title,
  why: _why,
  minutes: _minutes,
  ...step
}: Step): Omit<Step, 'title' | 'why' | 'minutes'> => step;

/** What makes this computer, in this condition, the one the plan was made for. Dates and ages are not part of it. */
const identityOf = (scan: Scan) => ({
  machine: scan.machine.id,
  simulated: scan.machine.simulated,
  detections: scan.detections
    .filter(({ confidence }) => confidence !== 'possible')
    .map(({ product, version, state, handles }) => ({ product, version, state, handles })),
});
