import type { Words } from '../../core/knowledge/words';
import type { Blocker } from '../../core/matching/scan';
import { wrap } from './table';

/** What stands in the way, who can settle it, and how; then an empty line. The id is what `plan --settled` takes. */
export const printBlocker = (blocker: Blocker, words: Words, columns: number): readonly string[] => [
  ...wrap(`${words(`severities.${blocker.severity}`)} ${blocker.says} [${blocker.id}]`, columns),
  ...wrap(`${words(`cli.who.${blocker.who}`)} ${blocker.nextStep}`, columns - 2).map((line) => `  ${line}`),
  '',
];
