import type { Rule } from './rule';

/** A recipe without its product is a misspelt name. */
export const recipesAreForKnownProducts: Rule = (k) =>
  k.recipes
    .filter((r) => !k.signatures.some((s) => s.id === r.product))
    .map((r) => `recipe for ${r.product}: no such product`);
