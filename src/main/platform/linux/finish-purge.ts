import type { Action } from '../../core/machine/actions';
import type { ActingSurroundings } from '../../core/machine/machine';
import { findProgram } from './find-program';
import type { LinuxTools } from './linux-tools';
import { readPackages } from './read-packages';
import type { ToolResult } from './run-tool';

/**
 * Lets dpkg drop the settings that were to go too, when nothing but them is left. apt removes first and purges later: it stops in between when
 * another package of the computer cannot be set up, and forgets the second half for a package that was half installed (seen with apt 2.6 on
 * 2026-11-26). Null when there is nothing to finish. Only agreed names are given, and settings that are left touch no other package.
 */
export async function finishPurge(
  tools: LinuxTools,
  action: Extract<Action, { verb: 'remove-packages' }>,
  surroundings: ActingSurroundings,
): Promise<ToolResult | null> {
  if (!action.purge || (action.tool !== 'apt' && action.tool !== 'dpkg')) return null;
  const known = await readPackages(tools, databaseLimitMs);
  if (known.status !== 'ok') return null;
  const left = known.value.filter(({ name, manager }) => manager === 'dpkg' && action.packages.includes(name));
  const program = findProgram(tools, 'dpkg');
  if (program === null || left.length === 0 || left.some(({ state }) => state !== 'settings-kept')) return null;
  const names = left.map(({ name }) => name);
  surroundings.report(`The settings are still there; removing them too: dpkg --purge ${names.join(' ')}`);
  return tools.runTool({
    program,
    arguments: ['--purge', ...names],
    environment: { DEBIAN_FRONTEND: 'noninteractive' },
    logFile: surroundings.logFile,
    report: surroundings.report,
  });
}

const databaseLimitMs = 60_000;
