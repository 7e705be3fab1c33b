import type { PlanChoices, Step } from './plan';
import type { Planner } from './planner';

/** The person installs what they chose, from its vendor; nothing where the system's own protection was chosen. */
export function replacementStep(choices: PlanChoices, { knowledge, words }: Planner): readonly Step[] {
  const chosen = knowledge.alternatives.find(({ id }) => id === choices.replaceWith);
  if (chosen === undefined || chosen.builtIn) return [];
  return [
    {
      id: `install:${chosen.id}`,
      kind: 'person',
      title: words('plan.install-replacement.title', { product: chosen.name }),
      why: words('plan.install-replacement.why', { product: chosen.name }),
      product: null,
      verb: 'install-replacement',
      elevated: false,
      undoable: true,
      minutes: 10,
      shows: chosen.page,
      action: null,
    },
  ];
}
