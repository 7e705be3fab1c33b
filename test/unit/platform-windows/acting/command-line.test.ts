import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandLineFrom } from '../../../../src/main/platform/windows/acting/command-line';

describe('commandLineFrom', () => {
  test('leaves plain words alone and quotes those with blanks', () => {
    expect(commandLineFrom(['msiexec.exe', '/x', '{1}', '/l*v+', 'C:\\a b\\c.log'])).toBe(
      'msiexec.exe /x {1} /l*v+ "C:\\a b\\c.log"',
    );
  });

  test('gives every word back to a program that reads as the C runtime does', () => {
    const word = fc.string({ unit: fc.constantFrom('a', ' ', '"', '\\', '\t', 'ж', '%') });

    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(wordsIn(commandLineFrom(words))).toEqual(words);
      }),
    );
  });
});

/** The C runtime's documented rules: 2n backslashes before a quotation mark give n, one more makes the mark a plain one. */
function wordsIn(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quoted = false;
  for (let at = 0; at < line.length;) {
    const backslashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
    const next = line[at + backslashes];
    if (next === '"') {
      word = (word ?? '') + '\\'.repeat(Math.floor(backslashes / 2));
      if (backslashes % 2 === 1) word += '"';
      else quoted = !quoted;
      at += backslashes + 1;
    } else if (backslashes > 0) {
      word = (word ?? '') + '\\'.repeat(backslashes);
      at += backslashes;
    } else if (!quoted && (next === ' ' || next === '\t')) {
      if (word !== null) words.push(word);
      word = null;
      at += 1;
    } else {
      word = (word ?? '') + String(next);
      at += 1;
    }
  }
  return word === null ? words : [...words, word];
}
