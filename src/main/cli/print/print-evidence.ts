import { wordsOfKind, type Words } from '../../core/knowledge/words';
import type { Detection, Residue, SpokenMark } from '../../core/matching/detection';
import { table, wrap, type Cell } from './table';

/** How much evidence is printed: everything, what carries the answer, or none. What is left out is counted. */
export const evidenceAmounts = ['all', 'short', 'none'] as const;
export type EvidenceAmount = (typeof evidenceAmounts)[number];

/** More than this helps nobody to read; the rest is one option away. */
const most = { for: 5, against: 3, residue: 20 };

/** The marks that spoke for and against one product, each with its value and, below it, its place. */
export function printEvidence(detection: Detection, amount: EvidenceAmount, words: Words, columns: number): string {
  const { name, marks, managedBy } = detection;
  const count = (side: SpokenMark['says']): number => marks.filter(({ says }) => says === side).length;
  const shown = amount === 'all' ? marks : amount === 'none' ? [] : telling(marks);
  return [
    ...wrap(words('cli.scan.why', { product: name, for: count('for'), against: count('against') }), columns),
    ...(managedBy === null ? [] : wrap(words('cli.scan.managed-by', { server: managedBy }), columns)),
    ...(shown.length === 0
      ? []
      : [
          table(
            [],
            shown.map((mark) => rowOf(mark, words)),
            columns,
          ).trimEnd(),
        ]),
    ...leftOut(marks.length - shown.length, words),
    '',
  ].join('\n');
}

/** One mark of each kind says most; what speaks against is never crowded out. */
function telling(marks: readonly SpokenMark[]): readonly SpokenMark[] {
  const against = marks.filter(({ says }) => says === 'against').slice(0, most.against);
  const kinds = new Map(
    marks
      .filter(({ says }) => says === 'for')
      .map((mark) => [mark.kind, mark])
      .reverse() as [string, SpokenMark][],
  );
  const spoken = new Set([...against, ...[...kinds.values()].reverse().slice(0, most.for)]);
  return marks.filter((mark) => spoken.has(mark));
}

function rowOf({ says, kind, value, where }: SpokenMark, words: Words): readonly Cell[] {
  const place = value.includes(where) ? [] : [where];
  return ['', says === 'for' ? '+' : '-', words(`kinds.${kind}`), [value, ...place]];
}

/** What products that are gone left behind. */
export function printResidue(
  residue: readonly Residue[],
  amount: EvidenceAmount,
  words: Words,
  columns: number,
): string {
  const shown = amount === 'all' ? residue : residue.slice(0, most.residue);
  return [
    words('cli.left'),
    table(
      [words('report.kind'), words('report.where'), words('check.left.what')],
      shown.map(({ kind, where, action }) => [wordsOfKind(kind, words), where, words(`check.left.action.${action}`)]),
      columns,
    ).trimEnd(),
    ...leftOut(residue.length - shown.length, words),
    '',
  ].join('\n');
}

const leftOut = (count: number, words: Words): readonly string[] =>
  count === 0 ? [] : [`  ${words('cli.scan.left-out', { count })}`];
