import { unanswered, ok, type Answer } from '../../core/machine/answer';
import type { Service } from '../../core/machine/shapes';
import { answerForError } from './answer-for-error';
import type { LaunchdJob } from './launchd-jobs';
import type { MacTools } from './mac-tools';
import { walkPath } from './walk-path';

/** The folders in which the system itself looks for jobs. Apple's own, below `/System`, are left out. */
export const systemJobFolders = ['/Library/LaunchDaemons', '/Library/LaunchAgents'] as const;

/**
 * Launchd's jobs that only the system could have put there. Their state is unknown: launchd tells it to nobody who only reads files. What
 * others may write to is told by `readAutostarts`.
 */
export async function readServices(
  tools: MacTools,
  folders: readonly Answer<readonly LaunchdJob[]>[],
): Promise<Answer<Service[]>> {
  // A folder that is missing has no jobs; one that may not be read leaves "no such service" a guess.
  const blind = folders.find(({ status }) => status !== 'ok' && status !== 'absent');
  if (blind !== undefined && blind.status !== 'ok') return blind;
  if (folders.every(({ status }) => status === 'absent')) return unanswered('absent', 'launchd has no folders here');
  const jobs = folders.flatMap((jobs) => (jobs.status === 'ok' ? jobs.value : []));
  return ok(await Promise.all(jobs.filter(({ ownedBySystem }) => ownedBySystem).map((job) => serviceOf(tools, job))));
}

const serviceOf = async (
  tools: MacTools,
  { label, program, startsBySelf, definedIn }: LaunchdJob,
): Promise<Service> => ({
  name: label,
  kind: 'service',
  displayName: label,
  state: 'unknown',
  startsBySelf,
  executable: program,
  executableExists: program === null ? null : await exists(tools, program),
  definedIn,
});

async function exists(tools: MacTools, program: string): Promise<boolean | null> {
  if (!program.startsWith('/')) return null;
  try {
    await walkPath(tools, program, 'follow-last');
    return true;
  } catch (error) {
    return answerForError(error).status === 'absent' ? false : null;
  }
}
