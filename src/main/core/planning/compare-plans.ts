import { canonicalJson } from './canonical-json';
import type { Plan } from './plan';

/** What is different between the plan that was agreed to and the plan this computer asks for now; empty when nothing is. */
export interface PlanChanges {
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  readonly changed: readonly string[];
  readonly computerChanged: boolean;
}

/** Null when both plans are the same in every word that is agreed to; otherwise what differs, step by step. */
export function comparePlans(agreed: Plan, own: Plan): PlanChanges | null {
  if (agreedText(agreed) === agreedText(own)) return null;
  const before = new Map(agreed.steps.map((step) => [step.id, canonicalJson(step)]));
  const after = new Map(own.steps.map((step) => [step.id, canonicalJson(step)]));
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    dropped: [...before.keys()].filter((id) => !after.has(id)),
    changed: [...after].filter(([id, step]) => before.has(id) && before.get(id) !== step).map(([id]) => id),
    computerChanged: agreed.machineDigest !== own.machineDigest,
  };
}

const agreedText = ({ onlyTold: _onlyTold, ...plan }: Plan): string => canonicalJson(plan);
