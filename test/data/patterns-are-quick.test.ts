import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { shippedKnowledge } from '../support/knowledge';
import { hostileTexts } from './hostile-texts';

/** For one pattern and one text of 50,000 characters, on a computer that does other things too. */
const limitMs = 1_000;

const patterns = [
  ...new Set(
    shippedKnowledge().signatures.flatMap(({ marks }) =>
      marks.flatMap(({ match }) =>
        Object.values(match).flatMap((matcher) => ('pattern' in matcher ? [matcher.pattern] : [])),
      ),
    ),
  ),
];

/** Whether the pattern answers in time. The engine is stopped from outside, so a bad pattern cannot hang the test. */
function isQuick(pattern: string, text: string): boolean {
  try {
    runInContext('new RegExp(`^(?:${pattern})$`, "iu").test(text)', createContext({ pattern, text }), {
      timeout: limitMs,
    });
    return true;
  } catch (error) {
    // An error of another realm: it is no instance of our Error.
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}

describe('patterns of marks', () => {
  it('answer at once, however hostile the text', () => {
    const slow = patterns.flatMap((pattern) =>
      hostileTexts(pattern).every((t) => isQuick(pattern, t)) ? [] : [pattern],
    );

    expect(slow).toEqual([]);
  }, 300_000);

  it('are caught when they are slow', () => {
    expect(isQuick('(a+)+', `${'a'.repeat(50)}!`)).toBe(false);
  });
});
