import { oneLine } from '../frame';
import { displayWidth, padTo } from './display-width';

/** What stands in one place of a table: a text, or several that each begin a line. */
export type Cell = string | readonly string[];

/** No column is made narrower than this, however narrow the terminal; and none below its longest word of ordinary length while that can be. */
const narrowest = 6;
const ordinaryWord = 14;

export interface TableShape {
  /** Columns whose texts stand at the right, as numbers do. */
  readonly right?: readonly number[];
}

/**
 * A plain table that fits the terminal: what is too wide is wrapped inside its column, the widest columns first. Texts from outside
 * cannot leave their cell. Without heads there is no head line.
 */
export function table(
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  columns: number,
  { right = [] }: TableShape = {},
): string {
  const clean = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? [cell] : cell).map(oneLine)));
  const all = [heads.map((head) => [head]), ...clean];
  const words = widest(all, longestWord);
  // Two cells between columns; one where words would have to be broken otherwise.
  const gap = sum(words) + 2 * (words.length - 1) > columns ? 1 : 2;
  const widths = fitting(widest(all, displayWidth), words, columns - gap * (words.length - 1));
  const rule = widths.map((width, at) => ['-'.repeat(heads[at] === '' ? 0 : Math.min(width, 40))]);
  const [head = [], ...body] = all.map((row) => linesOf(row, widths, gap, right));
  const lines = heads.length === 0 ? body : [head, linesOf(rule, widths, gap, []), ...body];
  return `${lines.flat().join('\n')}\n`;
}

type Lines = readonly (readonly string[])[];

/** The greatest measure of each column. */
function widest(rows: readonly Lines[], measure: (text: string) => number): readonly number[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, lines] of row.entries())
      widths[at] = lines.reduce((width, line) => Math.max(width, measure(line)), widths[at] ?? 0);
  return widths;
}

const longestWord = (text: string): number =>
  text
    .split(' ')
    .map(displayWidth)
    .reduce((longest, width) => (width > ordinaryWord ? longest : Math.max(longest, width)), 0);

/** Lowers the widest columns to one height until all of them fit. */
function fitting(naturals: readonly number[], words: readonly number[], room: number): readonly number[] {
  const least = sum(words) > room ? words.map(() => 0) : words;
  const at = (limit: number): readonly number[] =>
    naturals.map((width, column) => Math.min(width, Math.max(limit, least[column] ?? 0)));
  let limit = Math.max(narrowest, ...naturals);
  while (limit > narrowest && sum(at(limit)) > room) limit -= 1;
  // What the last step took too much goes back to the columns that were cut.
  let spare = room - sum(at(limit));
  return at(limit).map((width, column) => (width < (naturals[column] ?? 0) && spare-- > 0 ? width + 1 : width));
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

function linesOf(row: Lines, widths: readonly number[], gap: number, right: readonly number[]): readonly string[] {
  const cells = widths.map((width, at) => (row[at] ?? []).flatMap((text) => wrap(text, width, 'break')));
  const height = Math.max(...cells.map(({ length }) => length));
  const placed = (text: string, at: number): string => {
    const width = widths[at] ?? 0;
    return right.includes(at) ? ' '.repeat(Math.max(0, width - displayWidth(text))) + text : padTo(text, width);
  };
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((texts, at) => placed(texts[line] ?? '', at))
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

/** Words broken into lines of at most `width` cells. A longer word keeps its line, so that it can be copied, or is broken like a path. */
export function wrap(text: string, width: number, longWords: 'keep' | 'break' = 'keep'): readonly string[] {
  const lines: string[] = [];
  for (const word of oneLine(text).split(' ')) {
    const [first = '', ...rest] = longWords === 'break' ? brokenWord(word, width) : [word];
    const current = lines.at(-1);
    if (current === undefined || displayWidth(current) + 1 + displayWidth(first) > width) lines.push(first);
    else lines[lines.length - 1] = `${current} ${first}`;
    lines.push(...rest);
  }
  return lines;
}

/** Breaks after separators where it can, so that the parts of a path stay whole. */
function brokenWord(word: string, width: number): readonly string[] {
  if (displayWidth(word) <= width) return [word];
  const pieces: string[] = [''];
  for (const part of word.split(/(?<=[\\/,;])/).flatMap((piece) => hardPieces(piece, width))) {
    const current = pieces.at(-1) ?? '';
    if (displayWidth(current + part) <= width) pieces[pieces.length - 1] = current + part;
    else pieces.push(part);
  }
  return pieces.filter((piece) => piece !== '');
}

function hardPieces(text: string, width: number): readonly string[] {
  if (displayWidth(text) <= width) return [text];
  const pieces: string[] = [''];
  for (const character of text) {
    const current = pieces.at(-1) ?? '';
    if (displayWidth(current + character) <= width) pieces[pieces.length - 1] = current + character;
    else pieces.push(character);
  }
  return pieces;
}
