import { marksOf } from './marks-of';
import type { Rule } from './rule';

/** A mark without a question would match every finding of its kind. */
export const marksAskForSomething: Rule = (k) =>
  marksOf(k)
    .filter(({ mark }) => Object.keys(mark.match).length === 0)
    .map(({ named }) => `${named} would match everything`);
