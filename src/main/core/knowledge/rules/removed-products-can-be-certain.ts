import type { Rule } from './rule';

/**
 * What is removed must be able to become certain: a mark that decides, and a second one of another kind, both of an installation.
 * Products that are only told may rest on less.
 */
export const removedProductsCanBeCertain: Rule = (k) =>
  k.recipes
    .filter(({ removal }) => removal.verb !== 'none')
    .flatMap(({ product }) => {
      const marks = k.signatures
        .filter((s) => s.id === product)
        .flatMap((s) => s.marks)
        .filter(({ says }) => says === 'installed' || says === 'broken');
      const kinds = new Set(marks.map(({ kind }) => kind));
      return marks.some(({ strength }) => strength === 'decides') && kinds.size >= 2
        ? []
        : [`signature ${product} can never become certain: it needs a mark that decides and one of another kind`];
    });
