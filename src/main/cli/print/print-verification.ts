import type { Words } from '../../core/knowledge/words';
import type { Verification } from '../../core/verification/verification';
import { printScan } from './print-scan';
import { wrap } from './table';

/** The two verdicts first, then the scan they rest on. */
export function printVerification(verification: Verification, words: Words, columns: number): string {
  return [
    ...wrap(`${words('report.gone')} ${words(`report.answer.gone.${verification.gone}`)}`, columns),
    ...wrap(`${words('report.protected')} ${words(`report.answer.protected.${verification.protected}`)}`, columns),
    '',
    printScan(verification, words, columns),
  ].join('\n');
}
