import { marksOf } from './marks-of';
import type { Rule } from './rule';

/** What nobody has checked may widen what is looked at, and no more. */
export const unverifiedNeverDecides: Rule = (k) =>
  marksOf(k)
    .filter(({ mark }) => mark.fact.confidence === 'unverified' && mark.strength === 'decides')
    .map(({ named }) => `${named} is unverified and must only support`);
