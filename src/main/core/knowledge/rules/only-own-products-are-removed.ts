import type { Rule } from './rule';

/** Products of others, and the ones put in Kaspersky's place, are told and never removed by us. */
export const onlyOwnProductsAreRemoved: Rule = (k) =>
  k.recipes.flatMap((r) => {
    const family = k.signatures.find((s) => s.id === r.product)?.family;
    return r.removal.verb !== 'none' && (family === 'successor' || family === 'embedded')
      ? [`recipe for ${r.product} removes a product that is not Kaspersky's`]
      : [];
  });
