import type { Knowledge, Language } from '../knowledge/knowledge';
import type { Preparation, Recipe } from '../knowledge/recipe';
import type { Words } from '../knowledge/words';
import type { Action } from '../machine/actions';
import { actionText } from '../machine/command-for';
import type { PackageTools } from '../machine/shapes';
import type { Detection } from '../matching/detection';
import type { Scan } from '../matching/scan';
import { canonicalJson } from './canonical-json';
import type { Plan, PlanChoices, Step } from './plan';

export interface Planner {
  readonly knowledge: Pick<Knowledge, 'recipes' | 'alternatives'>;
  readonly words: Words;
  readonly language: Language;
  /** A collision-resistant digest of a text, as lower-case hex. */
  readonly digest: (text: string) => string;
  /** How packages are removed here; null where there are none. */
  readonly packageTool: PackageTools['tool'] | null;
}

/**
 * The ordered plan for what a scan found: what the person sees to first, the vendor's own removal of each product with the
 * management agent last, a restart where one is needed, and the checks that prove the end. Only products that marks of the
 * system's own places speak for are ever planned for.
 */
export function makePlan(scan: Scan, choices: PlanChoices, planner: Planner): Plan {
  const removals = scan.detections
    .filter((detection) => isRemovable(detection))
    .flatMap((detection) => {
      const recipe = planner.knowledge.recipes.find(({ product }) => product === detection.product);
      const action = recipe === undefined ? null : actionFor(detection, recipe, choices, planner.packageTool);
      return recipe === undefined || action === null ? [] : [{ detection, recipe, action }];
    })
    .sort((a, b) => a.recipe.order - b.recipe.order);
  const steps = [
    ...preparations([...presentRecipes(scan, planner), ...removals.map(({ recipe }) => recipe)], choices).map((step) =>
      personStep(step, planner),
    ),
    ...removals.map(({ detection, recipe, action }) => removalStep(detection, recipe, action, planner.words)),
    ...(removals.some(({ action }) => action.verb === 'uninstall-msi')
      ? [plainStep('restart', 'restart', 'restart', 5, planner.words)]
      : []),
    ...replacementStep(choices, planner),
    ...(removals.length === 0
      ? []
      : [
          plainStep('check-gone', 'check', 'check-gone', 1, planner.words),
          plainStep('check-protected', 'check', 'check-protected', 1, planner.words),
        ]),
  ].filter((step) => !choices.skip.includes(step.id));
  const machineDigest = planner.digest(canonicalJson(identityOf(scan)));
  const neutral = steps.map(({ title: _title, why: _why, minutes: _minutes, ...step }) => step);
  return {
    schemaVersion: 1,
    digest: planner.digest(canonicalJson({ machineDigest, choices, steps: neutral })),
    machineDigest,
    language: planner.language,
    choices,
    steps,
    blockers: scan.blockers.filter(({ id }) => !choices.settled.includes(id)),
    notTouched: [
      planner.words('plan.not-touched.general'),
      ...new Set(removals.flatMap(({ recipe }) => recipe.notTouched.map((text) => text[planner.language]))),
    ],
  };
}

/** `possible` never feeds a plan, and a product that replaced Kaspersky goes only by a choice of its own. */
const isRemovable = ({ confidence, family }: Detection): boolean =>
  confidence !== 'possible' && family !== 'successor' && family !== 'embedded';

/** Of every product that is there, also of those that only the vendor's own window or an administrator removes: their data goes as well. */
const presentRecipes = (scan: Scan, { knowledge }: Planner): readonly Recipe[] =>
  scan.detections
    .filter((detection) => isRemovable(detection) && detection.state !== 'leftover')
    .flatMap(({ product }) => knowledge.recipes.filter((recipe) => recipe.product === product))
    .sort((a, b) => a.order - b.order);

function actionFor(
  detection: Detection,
  { removal }: Recipe,
  choices: PlanChoices,
  tool: PackageTools['tool'] | null,
): Action | null {
  const { packages, productCode } = detection.handles;
  switch (removal.verb) {
    case 'remove-packages':
      return tool === null || packages.length === 0
        ? null
        : { verb: 'remove-packages', tool, packages, purge: removal.purge && !choices.keep.includes('settings') };
    case 'uninstall-msi':
      return productCode === null || detection.state === 'leftover'
        ? null
        : { verb: 'uninstall-msi', productCode, mode: removal.mode };
    case 'none':
      return null;
  }
}

function preparations(recipes: readonly Recipe[], choices: PlanChoices): readonly Preparation[] {
  const byId = new Map(
    recipes.flatMap(({ preparations: own }) => own).map((preparation) => [preparation.id, preparation]),
  );
  return [...byId.values()].filter(({ id }) => !(id === 'settings' && choices.keep.includes('settings')));
}

const personStep = (preparation: Preparation, { language }: Planner): Step => ({
  id: `prepare:${preparation.id}`,
  kind: 'person',
  title: preparation.title[language],
  why: preparation.why[language],
  product: null,
  verb: 'prepare',
  elevated: false,
  undoable: true,
  minutes: preparation.minutes,
  shows: '',
  action: null,
});

function removalStep(detection: Detection, recipe: Recipe, action: Action, words: Words): Step {
  const version = detection.version ?? '';
  const told = detection.state === 'leftover' ? 'leftover' : action.verb;
  return {
    id: `remove:${detection.product}`,
    kind: 'action',
    title: words(`plan.${told}.title`, { product: detection.name, version }),
    why: words(`plan.${told}.why`, { product: detection.name }),
    product: detection.product,
    verb: action.verb,
    elevated: true,
    undoable: false,
    minutes: recipe.removal.verb === 'none' ? 0 : recipe.removal.minutes,
    shows: actionText(action),
    action,
  };
}

const plainStep = (
  verb: 'restart' | 'check-gone' | 'check-protected',
  kind: Step['kind'],
  id: string,
  minutes: number,
  words: Words,
): Step => ({
  id,
  kind,
  title: words(`plan.${verb}.title`),
  why: words(`plan.${verb}.why`),
  product: null,
  verb,
  elevated: false,
  undoable: true,
  minutes,
  shows: '',
  action: null,
});

function replacementStep(choices: PlanChoices, { knowledge, words }: Planner): readonly Step[] {
  const chosen = knowledge.alternatives.find(({ id }) => id === choices.replaceWith);
  if (chosen === undefined || chosen.builtIn) return [];
  return [
    {
      ...plainStep('restart', 'person', `install:${chosen.id}`, 10, words),
      verb: 'install-replacement',
      title: words('plan.install-replacement.title', { product: chosen.name }),
      why: words('plan.install-replacement.why', { product: chosen.name }),
      shows: chosen.page,
    },
  ];
}

/** What makes this computer, in this condition, the one the plan was made for. Dates and ages are not part of it. */
const identityOf = (scan: Scan) => ({
  machine: scan.machine.id,
  simulated: scan.machine.simulated,
  detections: scan.detections
    .filter(({ confidence }) => confidence !== 'possible')
    .map(({ product, version, state, handles }) => ({ product, version, state, handles })),
});
