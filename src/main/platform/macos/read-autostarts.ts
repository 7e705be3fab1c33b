import { ok, type Answer } from '../../core/machine/answer';
import type { Autostart } from '../../core/machine/reach-shapes';
import { launchdJobs, type LaunchdJob } from './launchd-jobs';
import type { MacTools } from './mac-tools';
import { peopleOf } from './people';

/**
 * What people start when they sign in, from their own folders, and what lies in the system's folders although others may write to it: none of
 * it is the system's word.
 */
export async function readAutostarts(
  tools: MacTools,
  systemFolders: readonly Answer<readonly LaunchdJob[]>[],
): Promise<Answer<Autostart[]>> {
  const people = await peopleOf(tools);
  const homes = people.status === 'ok' ? people.value : [];
  const own = await Promise.all(homes.map(({ folder }) => launchdJobs(tools, `${folder}/Library/LaunchAgents`)));
  const jobs = (folders: typeof own): readonly LaunchdJob[] =>
    folders.flatMap((answer) => (answer.status === 'ok' ? answer.value : []));
  return ok(
    [...jobs([...systemFolders]).filter(({ ownedBySystem }) => !ownedBySystem), ...jobs(own)].map(
      ({ label, program, definedIn }) => ({ name: label, program, where: definedIn, scope: 'user' }),
    ),
  );
}
