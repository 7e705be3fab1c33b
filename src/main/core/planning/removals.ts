import type { Recipe } from '../knowledge/recipe';
import type { Action } from '../machine/actions';
import type { Detection } from '../matching/detection';
import type { Scan } from '../matching/scan';
import type { PlanChoices } from './plan';
import type { Planner } from './planner';

/** One product, how it is removed, and the command that does it. */
export interface Removal {
  readonly detection: Detection;
  readonly recipe: Recipe;
  readonly action: Action;
}

/** Every product that is removed, in order: low numbers of the recipes first, so that a management agent goes last. */
export function removalsFor(scan: Scan, choices: PlanChoices, planner: Planner): readonly Removal[] {
  return scan.detections
    .filter((detection) => isRemovable(detection, choices))
    .flatMap((detection) => {
      const recipe = planner.knowledge.recipes.find(({ product }) => product === detection.product);
      const action = recipe === undefined ? null : actionFor(detection, recipe, choices, planner);
      return recipe === undefined || action === null ? [] : [{ detection, recipe, action }];
    })
    .sort((a, b) => a.recipe.order - b.recipe.order);
}

/**
 * `possible` never feeds a plan. A product that replaced Kaspersky goes only when the person asks for it by name, and a product of
 * others that holds Kaspersky's engine never does.
 */
export function isRemovable({ product, confidence, family }: Detection, { also = [] }: PlanChoices): boolean {
  if (confidence === 'possible' || family === 'embedded') return false;
  return family !== 'successor' || also.includes(product);
}

function actionFor(
  { handles, state }: Detection,
  { removal }: Recipe,
  choices: PlanChoices,
  { packageTool }: Planner,
): Action | null {
  const { packages, productCode, uninstaller = null } = handles;
  switch (removal.verb) {
    case 'remove-packages':
      return packageTool === null || packages.length === 0
        ? null
        : {
            verb: 'remove-packages',
            tool: packageTool,
            packages,
            purge: removal.purge && !choices.keep.includes('settings'),
          };
    case 'uninstall-msi':
      return productCode === null || state === 'leftover'
        ? null
        : { verb: 'uninstall-msi', productCode, mode: removal.mode };
    case 'run-uninstaller':
      return uninstaller === null || state === 'leftover'
        ? null
        : { verb: 'run-uninstaller', ...uninstaller, mode: removal.mode };
    case 'none':
      return null;
  }
}
