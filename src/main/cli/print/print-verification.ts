import type { Words } from '../../core/knowledge/words';
import type { Verification } from '../../core/verification/verification';
import { printScan } from './print-scan';
import { table, wrap } from './table';

/** The two verdicts first, then the scan they rest on. */
export function printVerification(verification: Verification, words: Words, columns: number): string {
  return [
    ...wrap(`${words('report.gone')} ${words(`report.answer.gone.${verification.gone}`)}`, columns),
    ...wrap(`${words('report.protected')} ${words(`report.answer.protected.${verification.protected}`)}`, columns),
    ...verification.because.flatMap((text) => wrap(`- ${text}`, columns)),
    ...verification.returned.flatMap(({ says }) => wrap(says, columns)),
    '',
    table(
      ['category', 'state', 'left'].map((column) => words(`verify.columns.${column}`)),
      verification.categories.map(({ category, gone, left, notChecked }) => [
        words(`verify.categories.${category}`),
        words(`verify.category-gone.${gone}`),
        [...left, ...notChecked].join(' · '),
      ]),
      columns,
    ),
    printScan(verification, words, columns),
  ].join('\n');
}
