import type { Rule } from './rule';

/** A removal that nobody has checked is left to a person. */
export const unverifiedIsNeverRun: Rule = (k) =>
  k.recipes
    .filter((r) => r.removal.verb !== 'none' && r.removal.fact.confidence === 'unverified')
    .map((r) => `recipe for ${r.product} rests on an unverified fact; use the verb none and say why`);
