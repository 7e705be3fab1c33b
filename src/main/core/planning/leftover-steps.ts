import { leftoverText, type Leftover } from '../machine/leftover';
import type { Residue } from '../matching/detection';
import type { Scan } from '../matching/scan';
import { canBeMovedHere, isMovable } from './can-be-moved';
import type { PlanChoices, Step } from './plan';
import type { Planner } from './planner';
import { isRemovable } from './removals';
import { actionStep } from './step-parts';

/**
 * The second plan: what products that are gone left behind is moved aside, each thing on its own, so that each can be put back. Empty while any
 * product that could be removed is still there, because what it uses is no leftover.
 */
export function leftoverSteps(scan: Scan, choices: PlanChoices, planner: Planner): readonly Step[] {
  if (scan.detections.some((detection) => isRemovable(detection, choices) && detection.state !== 'leftover')) return [];
  if (!canBeMovedHere(scan)) return [];
  const movable = scan.residue
    .filter(isMovable)
    .map((residue) => ({ residue, owner: residue.owner, ...residue.address }));
  return movable
    .filter((one) => !movable.some((other) => other !== one && isInside(one.leftover, other.leftover)))
    .map(({ residue, owner, leftover, within }) => {
      const item = planner.digest(leftoverText(leftover)).slice(0, 16);
      return actionStep(
        { verb: 'quarantine', item, leftover, owner, within },
        {
          id: `leftover:${item}`,
          ...wordsOf(residue, leftover, scan, planner),
          product: owner,
          minutes: 0,
          undoable: true,
        },
      );
    })
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.shows < b.shows ? -1 : 1));
}

/** Both are in the same place of the same kind, and moving `outer` takes `inner` along. */
function isInside(inner: Leftover, outer: Leftover): boolean {
  switch (outer.kind) {
    case 'folder':
      return (inner.kind === 'file' || inner.kind === 'folder') && startsBelow(inner.path, outer.path);
    case 'registry-key':
      return (
        (inner.kind === 'registry-key' || inner.kind === 'registry-value') &&
        inner.root === outer.root &&
        inner.view === outer.view &&
        (startsBelow(inner.path, outer.path) || (inner.kind === 'registry-value' && same(inner.path, outer.path)))
      );
    case 'file':
    case 'registry-value':
    case 'service':
    case 'scheduled-task':
    case 'certificate':
      return false;
  }
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const startsBelow = (path: string, above: string): boolean =>
  ['/', '\\'].some((separator) => path.toLowerCase().startsWith(`${above.toLowerCase()}${separator}`));

/** What starts things goes before what would be started: a service without its file is a fault at the next start of the computer. */
const ranks = [
  'service',
  'scheduled-task',
  'registry-value',
  'registry-key',
  'certificate',
  'file',
  'folder',
] as const satisfies readonly Leftover['kind'][];

const rankOf = ({ action }: Step): number => (action?.verb === 'quarantine' ? ranks.indexOf(action.leftover.kind) : 0);

function wordsOf(residue: Residue, leftover: Leftover, scan: Scan, { words }: Planner): Pick<Step, 'title' | 'why'> {
  const product = scan.detections.find((detection) => detection.product === residue.owner)?.name ?? residue.owner ?? '';
  return {
    title: words(`plan.quarantine.title.${leftover.kind}`, { product }),
    why: words('plan.quarantine.why', { product }),
  };
}
