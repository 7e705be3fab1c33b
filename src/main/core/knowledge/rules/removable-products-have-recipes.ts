import type { Rule } from './rule';

/** Every product of ours says how it goes, or why it is not taken out; products of others are only told. */
export const removableProductsHaveRecipes: Rule = (k) =>
  k.signatures
    .filter((s) => s.family !== 'embedded' && !k.recipes.some((r) => r.product === s.id))
    .map((s) => `signature ${s.id} has no recipe`);
