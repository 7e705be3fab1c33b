import type { Rule } from './rule';

/**
 * Products of others are told and never removed by us. What was put in Kaspersky's place goes by its own uninstaller alone, and only when the person asks
 * for it: a plan names it in its choices.
 */
export const onlyOwnProductsAreRemoved: Rule = (k) =>
  k.recipes.flatMap((r) => {
    const family = k.signatures.find((s) => s.id === r.product)?.family;
    const byChoice = family === 'successor' && r.removal.verb === 'run-uninstaller';
    return r.removal.verb !== 'none' && !byChoice && (family === 'successor' || family === 'embedded')
      ? [`recipe for ${r.product} removes a product that is not Kaspersky's`]
      : [];
  });
