import type { Words } from '../knowledge/words';
import type { Report } from './report';

/** A few plain lines for a help desk's ticket: the verdicts, what was done, what is left and what was not checked. No names of people or computers. */
export function ticketNote({ after, run, madeAt }: Report, words: Words): string {
  const list = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', words(title), ...lines.map((line) => `- ${line}`)];
  return [
    words('report.title'),
    words('report.made', { date: madeAt, os: after.machine.os }),
    ...(after.machine.simulated ? [words('report.simulated')] : []),
    `${words('report.gone')} ${words(`report.answer.gone.${after.gone}`)}`,
    `${words('report.protected')} ${words(`report.answer.protected.${after.protected}`)}`,
    ...after.returned.map(({ says }) => says),
    ...list(
      'report.done',
      run?.steps.map(({ title, told, shows }) => `${title}: ${told}${shows === '' ? '' : ` [${shows}]`}`) ?? [],
    ),
    ...list(
      'report.left',
      after.residue.map(({ where }) => where),
    ),
    ...list('report.protection', after.because),
    ...list('report.not-checked', after.notChecked),
    '',
  ].join('\n');
}
