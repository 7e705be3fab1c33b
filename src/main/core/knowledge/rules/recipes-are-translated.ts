import type { Rule } from './rule';

/** A sentence that is the same in both languages was copied and not translated. */
export const recipesAreTranslated: Rule = (k) =>
  k.recipes.flatMap((r) =>
    [
      ...r.preparations.flatMap((p) => [p.title, p.why]),
      ...(r.removal.verb === 'none' ? [r.removal.why] : []),
      ...[...(r.keeps ?? []), ...(r.drops ?? [])].map(({ text }) => text),
      ...r.notTouched,
    ]
      .filter(({ en, es }) => en.trim() === es.trim() || en.trim() === '' || es.trim() === '')
      .map(({ en }) => `recipe for ${r.product} is not translated: ${en}`),
  );
