import { expect } from 'vitest';
import type { Ended } from './room';

/** Exit 9, exactly one line on standard error, nothing on standard output, and no stack trace. */
export function expectRefused(ended: Ended, line: RegExp = /./): void {
  expect({ code: ended.code, signal: ended.signal, out: ended.out, lines: linesIn(ended.err) }).toEqual({
    code: 9,
    signal: null,
    out: '',
    lines: 1,
  });
  expect(ended.err).toMatch(line);
  expect(ended.err).not.toMatch(stackTrace);
}

/** `at file.ts:1:2` or an error class before a colon at the start of a line. */
export const stackTrace = /\bat .*:\d+:\d+|^\w*Error:/m;

export const linesIn = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length;
