import { marksOf } from './marks-of';
import type { Rule } from './rule';

/** Little but a name is known of what replaced Kaspersky or holds its engine: without a mark that decides, they stay probable at most. */
export const successorsStayProbable: Rule = (k) =>
  marksOf(k)
    .filter(({ signature, mark }) => /^(successor|embedded)$/.test(signature.family) && mark.strength === 'decides')
    .map(
      ({ signature, named }) => `${named} decides, but a product of the family ${signature.family} must stay probable`,
    );
