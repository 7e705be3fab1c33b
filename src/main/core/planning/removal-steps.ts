import type { Scan } from '../matching/scan';
import type { Step } from './plan';
import type { Planner } from './planner';
import type { Removal } from './removals';
import { actionStep, plainStep } from './step-parts';

/**
 * The removals with what stands around them. On Windows that is a way back (a restore point, on workstations, where Windows has them), a note of the filters
 * that can cost keyboard or network, a look at them before any restart, and the restart.
 */
export function removalSteps(scan: Scan, removals: readonly Removal[], planner: Planner): readonly Step[] {
  const own = removals.map((removal) => removalStep(removal, planner));
  if (own.length === 0 || scan.machine.platform !== 'windows') return own;
  const { words } = planner;
  return [
    ...(scan.machine.role === 'workstation' ? [restorePointStep(planner)] : []),
    plainStep('note-filters', 'check', 0, words),
    ...own,
    plainStep('check-filters', 'check', 0, words),
    plainStep('restart', 'restart', 5, words),
  ];
}

function removalStep({ detection, recipe, action }: Removal, { words }: Planner): Step {
  const told = detection.state === 'leftover' ? 'leftover' : action.verb;
  const { removal } = recipe;
  return actionStep(action, {
    id: `remove:${detection.product}`,
    title: words(`plan.${told}.title`, { product: detection.name, version: detection.version ?? '' }),
    why: words(`plan.${told}.why`, { product: detection.name }),
    product: detection.product,
    minutes: removal.verb === 'none' ? 0 : removal.minutes,
    ...('restart' in removal && removal.restart !== undefined ? { restart: removal.restart } : {}),
  });
}

const restorePointStep = ({ words }: Planner): Step =>
  actionStep(
    { verb: 'make-restore-point' },
    {
      id: 'restore-point',
      title: words('plan.make-restore-point.title'),
      why: words('plan.make-restore-point.why'),
      product: null,
      minutes: 2,
    },
  );
