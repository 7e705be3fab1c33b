import { marksOf } from './marks-of';
import type { Rule } from './rule';

/** A pattern that does not compile stops the program; one that can run for ever stops it on a hostile name. */
export const patternsAreSafe: Rule = (k) =>
  marksOf(k).flatMap(({ mark, named }) =>
    Object.values(mark.match).flatMap((matcher) =>
      'pattern' in matcher && !isSafePattern(matcher.pattern)
        ? [`${named} has a pattern that does not compile or could run for ever: ${matcher.pattern}`]
        : [],
    ),
  );

/** Nested repetition, as in `(a+)+`, can take exponential time on hostile names; no honest mark needs it. */
function isSafePattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'iu');
  } catch {
    return false;
  }
  return !/\([^)]*[+*][^)]*\)[+*{]/.test(pattern);
}
