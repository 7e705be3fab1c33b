import { ok, unanswered, type Answer } from '../../core/machine/answer';
import { productCommands, type ProductCommand } from '../../core/machine/product-commands';
import type { CommandAnswer } from '../../core/machine/shapes';
import { answerForError } from './answer-for-error';
import { at, type LinuxTools } from './linux-tools';
import { walkPath } from './walk-path';

/**
 * Puts one of the closed set of questions to a vendor's program. We may be root, so a program that an ordinary user could have put there or
 * could replace is never started, whatever its name.
 */
export async function askProduct(
  tools: LinuxTools,
  command: ProductCommand,
  timeLimitMs: number,
): Promise<Answer<CommandAnswer>> {
  const asked = productCommands[command];
  if (!('files' in asked)) return unanswered('not-applicable', 'not on Linux');
  const { files, arguments: words } = asked;
  for (const file of files) {
    const place = await lookAt(tools, file);
    if (place === 'absent') continue;
    if (place !== 'protected') return place;
    const result = await tools.runQuery({ program: at(tools, file), arguments: words, timeLimitMs });
    switch (result.kind) {
      case 'timed-out':
        return unanswered('timed-out', `${file} did not answer within ${timeLimitMs} ms`);
      case 'not-started':
        return unanswered(
          refusals.has(result.code) ? 'denied' : 'failed',
          `${file} could not be started: ${result.code}`,
        );
      case 'ended':
        return ok({ exitCode: result.exitCode, text: result.output.trim() === '' ? result.errors : result.output });
    }
  }
  return unanswered('absent', `none of ${files.join(', ')}`);
}

async function lookAt(tools: LinuxTools, file: string): Promise<Answer<never> | 'absent' | 'protected'> {
  try {
    const walked = await walkPath(tools, file, 'follow-last');
    if (!walked.stats.isFile()) return unanswered('failed', `${file} is no file`);
    return walked.ownedBySystem ? 'protected' : unanswered('denied', 'not-protected');
  } catch (error) {
    const answer = answerForError(error);
    return answer.status === 'absent' ? 'absent' : answer;
  }
}

const refusals: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);
