import { readFileSync } from 'node:fs';
import { inRoot } from '../setup/paths.mjs';
import { sha256 } from '../setup/stamp.mjs';

const start = readFileSync(inRoot('scripts/build/start-program.cjs'), 'utf8').replace(
  /^\s*\/\/.*\n|^\s*\/\*\*.*\n/gm,
  '',
);

/**
 * One file out of a bundled program and the little program that starts it with what was compiled earlier (`start-program.cjs`).
 * @param {string} program ASCII only: see `inAscii`
 * @returns {{ text: string, id: string }} the file, and what ties compiled code to this very program
 */
export function packed(program) {
  if (program.includes('*\u0001/')) throw new Error('the program holds the mark that stands for the end of a comment');
  const id = sha256(program);
  return { text: `"use strict";\n${start}/*program\n${program.replaceAll('*/', '*\u0001/')}\n*/\n//${id}\n`, id };
}

/**
 * A bundled program with one byte a letter, which is read and held in half the time. The bundler has done so in strings; what is left stands in
 * regular expressions, where an escape means the same.
 */
export const inAscii = (program) =>
  program.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
