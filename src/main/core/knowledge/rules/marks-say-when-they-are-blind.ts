import { marksOf } from './marks-of';
import type { Rule } from './rule';

/** Every mark errs somewhere; a word or two instead of a sentence means that nobody thought about it. */
export const marksSayWhenTheyAreBlind: Rule = (k) =>
  marksOf(k)
    .filter(({ mark }) => mark.blind.trim().split(/\s+/).length < 3 || !mark.blind.trim().endsWith('.'))
    .map(({ named }) => `${named} must say in a sentence when it is blind`);
