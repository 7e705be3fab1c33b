import type { Knowledge } from '../knowledge';
import { witnessOf } from '../witness-of';
import type { Rule } from './rule';

/**
 * What is removed must be able to become certain: a mark that decides, and a second one of another witness, both of an installation.
 * Products that are only told may rest on less, and so may those that go only when the person names them.
 */
export const removedProductsCanBeCertain: Rule = (k) =>
  k.recipes
    .filter(({ product, removal }) => removal.verb !== 'none' && !isByChoice(k, product))
    .flatMap(({ product }) => {
      const marks = k.signatures
        .filter((s) => s.id === product)
        .flatMap((s) => s.marks)
        .filter(({ says }) => says === 'installed' || says === 'broken');
      const witnesses = new Set(marks.map(({ kind }) => witnessOf(kind)));
      return marks.some(({ strength }) => strength === 'decides') && witnesses.size >= 2
        ? []
        : [`signature ${product} can never become certain: it needs a mark that decides and one of another witness`];
    });

const isByChoice = (k: Knowledge, product: string): boolean =>
  k.signatures.some(({ id, family }) => id === product && family === 'successor');
