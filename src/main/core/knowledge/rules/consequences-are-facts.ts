import type { Rule } from './rule';

/** What a removal keeps or takes along is read as a promise. A guess belongs among the preparations, where it asks somebody to look. */
export const consequencesAreFacts: Rule = (k) =>
  k.recipes.flatMap((r) =>
    [...(r.keeps ?? []), ...(r.drops ?? [])]
      .filter(({ fact }) => fact.confidence === 'unverified')
      .map(({ text }) => `recipe for ${r.product} tells an unverified thing as a fact: ${text.en}`),
  );
