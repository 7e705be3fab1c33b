import type { Differences } from '../../core/machine/compare-entries';
import type { MachineComparison } from '../../core/machine/compare-machines';
import type { Words } from '../../core/knowledge/words';
import { table, wrap, type Cell } from './table';

/** Of each question; more is one option away, and in the JSON. */
const mostLines = 20;
/** A longer value is told by its beginning. */
const longestValue = 160;

/** A comparison as a person reads it: which two, the products first, then question by question. */
export function printComparison(
  { a, b, sameMachine, detections, questions }: MachineComparison,
  words: Words,
  columns: number,
  { all }: { readonly all: boolean },
): string {
  const isSame = questions.length === 0 && isEmpty(detections);
  return `${[
    table(
      [],
      [
        ['-', titleOf(a, words)],
        ['+', titleOf(b, words)],
      ],
      columns,
    ).trimEnd(),
    ...wrap(words(sameMachine ? 'cli.compare.same-machine' : 'cli.compare.other-machine'), columns),
    '',
    ...(isSame ? [words('cli.compare.nothing')] : []),
    ...(isEmpty(detections) ? [] : [section(words('cli.compare.products'), detections, all, words, columns)]),
    ...questions.map((question) => {
      const { statusFrom, statusTo } = question;
      const title = words(`cli.compare.questions.${question.question}`);
      const statuses = statusFrom === statusTo ? '' : ` (${status(statusFrom, words)} → ${status(statusTo, words)})`;
      return section(title + statuses, question, all, words, columns);
    }),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

const isEmpty = ({ appeared, went, changed }: Differences): boolean =>
  appeared.length + went.length + changed.length === 0;

const titleOf = ({ title, recordedAt }: MachineComparison['a'], words: Words): string =>
  recordedAt === null ? title : words('cli.compare.recorded', { title, at: recordedAt });

const status = (name: string, words: Words): string =>
  name === 'not-recorded' ? words('cli.compare.not-recorded') : words(`probe-status.${name}`);

function section(title: string, differences: Differences, all: boolean, words: Words, columns: number): string {
  const { appeared, went, changed } = differences;
  const counts = (
    [
      ['went', went],
      ['appeared', appeared],
      ['changed', changed],
    ] as const
  )
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => words(`cli.compare.${name}`, { count: list.length }));
  const rows: readonly (readonly Cell[])[] = [
    ...went.map(({ what, value }) => ['-', what, short(value)]),
    ...appeared.map(({ what, value }) => ['+', what, short(value)]),
    ...changed.map(({ what, from, to }) => ['~', what, [`- ${short(from)}`, `+ ${short(to)}`]]),
  ];
  const shown = all ? rows : rows.slice(0, mostLines);
  return [
    ...wrap([title, ...(counts.length === 0 ? [] : [counts.join(', ')])].join(': '), columns),
    ...(shown.length === 0
      ? []
      : [table(['', words('cli.compare.what'), words('cli.compare.value')], shown, columns).trimEnd()]),
    ...(shown.length === rows.length
      ? []
      : [`  ${words('cli.compare.left-out', { count: rows.length - shown.length })}`]),
    '',
  ].join('\n');
}

const short = (value: string): string => (value.length <= longestValue ? value : `${value.slice(0, longestValue)}…`);
