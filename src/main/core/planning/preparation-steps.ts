import type { Preparation, Recipe } from '../knowledge/recipe';
import type { Scan } from '../matching/scan';
import type { PlanChoices, Step } from './plan';
import type { Planner } from './planner';
import { isRemovable, type Removal } from './removals';

/**
 * What a person sees to first, once each: of the products that are removed, and of every product that is there, also of those that only the
 * vendor's own window or an administrator removes, because their data goes as well.
 */
export function preparationSteps(
  scan: Scan,
  removals: readonly Removal[],
  choices: PlanChoices,
  planner: Planner,
): readonly Step[] {
  const recipes = [...presentRecipes(scan, choices, planner), ...removals.map(({ recipe }) => recipe)];
  const byId = new Map(
    recipes.flatMap(({ preparations }) => preparations).map((preparation) => [preparation.id, preparation]),
  );
  return [
    ...[...byId.values()]
      .filter(({ id }) => !(id === 'settings' && choices.keep.includes('settings')))
      .map((preparation) => personStep(inLanguage(preparation, planner))),
    ...rescueStep(scan, removals, planner),
  ];
}

/** Windows starts again after a removal, with other drivers before the network and the disk: whoever is locked out then needs what lies elsewhere. */
const rescueStep = (scan: Scan, removals: readonly Removal[], { words }: Planner): readonly Step[] =>
  scan.machine.platform !== 'windows' || removals.length === 0
    ? []
    : [
        personStep({
          id: 'rescue',
          title: words('plan.rescue.title'),
          why: words('plan.rescue.why'),
          minutes: 5,
        }),
      ];

const presentRecipes = (scan: Scan, choices: PlanChoices, { knowledge }: Planner): readonly Recipe[] =>
  scan.detections
    .filter((detection) => isRemovable(detection, choices) && detection.state !== 'leftover')
    .flatMap(({ product }) => knowledge.recipes.filter((recipe) => recipe.product === product))
    .sort((a, b) => a.order - b.order);

const inLanguage = ({ id, title, why, minutes }: Preparation, { language }: Planner): Told => ({
  id,
  title: title[language],
  why: why[language],
  minutes,
});

type Told = Pick<Step, 'id' | 'title' | 'why' | 'minutes'>;

const personStep = ({ id, title, why, minutes }: Told): Step => ({
  id: `prepare:${id}`,
  kind: 'person',
  title,
  why,
  product: null,
  verb: 'prepare',
  elevated: false,
  undoable: true,
  minutes,
  shows: '',
  action: null,
});
