import type { Words } from '../words/words-in';

/**
 * A language nobody speaks: English with accents, half as long again. What does not fit in it will not fit in some real one, and what stays plain
 * on the page did not come from `assets/messages`.
 */
export const stretched = (words: Words): Words => ({
  ...words,
  t: (key, names) => longer(words.t(key, names)),
});

function longer(text: string): string {
  const accented = text.replace(/[aeioucnsy]/gi, (letter) => accents[letter] ?? letter);
  return `${accented}${' ōłémåßü'.repeat(Math.ceil(text.length / 16))}`;
}

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ë',
  i: 'î',
  o: 'ö',
  u: 'ü',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  y: 'ý',
  A: 'Á',
  E: 'Ë',
  I: 'Î',
  O: 'Ö',
  U: 'Ü',
  C: 'Ç',
  N: 'Ñ',
  S: 'Š',
  Y: 'Ý',
};
