import type { Rule } from './rule';

/** While it is there it can put the others back (G9, G12). */
export const managementAgentGoesLast: Rule = (k) => {
  const managing = new Set(k.signatures.filter((s) => s.manages === true).map((s) => s.id));
  const last = Math.max(...k.recipes.filter((r) => !managing.has(r.product)).map((r) => r.order));
  return k.recipes
    .filter((r) => managing.has(r.product) && r.order <= last)
    .map((r) => `recipe for ${r.product} must have an order above ${last}`);
};
