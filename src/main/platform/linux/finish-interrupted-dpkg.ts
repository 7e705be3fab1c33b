import type { Action } from '../../core/machine/actions';
import type { ActingSurroundings } from '../../core/machine/machine';
import { findProgram } from './find-program';
import type { LinuxTools } from './linux-tools';
import { readPackageTools } from './read-package-tools';

/**
 * Lets dpkg finish what an earlier, interrupted run left, because apt refuses to work before that. `look` does so only when the database
 * says so and nobody holds its lock; `certainly` after apt itself has said so. The packages that are to go need no finishing. How it ends does not matter here: the
 * removal that follows decides.
 */
export async function finishInterruptedDpkg(
  tools: LinuxTools,
  action: Extract<Action, { verb: 'remove-packages' }>,
  surroundings: ActingSurroundings,
  when: 'look' | 'certainly' = 'look',
): Promise<void> {
  if (action.tool !== 'apt' && action.tool !== 'dpkg') return;
  if (when === 'look' && !(await isUnfinished(tools, action.packages))) return;
  const program = findProgram(tools, 'dpkg');
  if (program === null) return;
  surroundings.report('An earlier run of dpkg was interrupted; finishing it first: dpkg --configure -a');
  await tools.runTool({
    program,
    arguments: ['--configure', '-a'],
    environment: { DEBIAN_FRONTEND: 'noninteractive' },
    logFile: surroundings.logFile,
    report: surroundings.report,
  });
}

/** apt's words for it: `E: dpkg was interrupted, you must manually run 'dpkg --configure -a' to correct the problem.` */
export const isInterrupted = (said: string): boolean => /dpkg was interrupted|dpkg --configure -a/.test(said);

async function isUnfinished(tools: LinuxTools, going: readonly string[]): Promise<boolean> {
  const state = await readPackageTools(tools);
  if (state.status !== 'ok' || state.value.lockedBy !== null) return false;
  return state.value.unfinished.some((name) => !going.includes(name));
}
