import { win32 } from 'node:path';
import { installerOutcome } from '../../../core/execution/uninstall-outcome';
import type { Action, ActionOutcome } from '../../../core/machine/actions';
import { commandFor } from '../../../core/machine/command-for';
import type { ActingSurroundings } from '../../../core/machine/machine';
import { failed, type ActingTools } from './acting-tools';
import { listedProgram, type ListedProgram } from './listed-program';
import { installerLog } from './msi-log';
import { passwordProperties } from './password-properties';
import { runTool } from './run-tool';
import { waitForInstaller } from './wait-for-installer';

type Uninstall = Extract<Action, { verb: 'uninstall-msi' }>;

/**
 * Removes an MSI product by its code, with the computer's own msiexec and our own arguments; what msiexec notes down goes to a log of
 * ours. Waits for another installation, follows ours to its end, and asks for the product's password only where the product is
 * known to take one and the removal without it gave up.
 */
export async function uninstallMsi(
  tools: ActingTools,
  action: Uninstall,
  surroundings: ActingSurroundings,
): Promise<ActionOutcome> {
  const listed = listedProgram(tools.native, action.productCode, bothViews);
  const first = await runInstaller(tools, action, surroundings);
  if (first.outcome === 'was-not-there') return whatIsListed(tools, action, first);
  const properties = gaveUp(first) && action.mode === 'quiet' ? passwordProperties(listed) : null;
  if (properties === null) return first;
  const password = await surroundings.askPassword(nameOf(listed) ?? action.productCode);
  if (password === null || password === '') return first;
  const code = await tools.acting.installer.remove(action.productCode, { ...properties(password), ...noRestart });
  const second = installerOutcome(code);
  return gaveUp(second) ? failed('password-refused', second.detail) : second;
}

async function runInstaller(
  tools: ActingTools,
  action: Uninstall,
  surroundings: ActingSurroundings,
): Promise<ActionOutcome> {
  const { system } = tools.native.folders;
  if (system === null) return failed('tool-failed', 'Windows does not say where it is');
  const command = commandFor(action);
  const { logFile, report } = surroundings;
  const until = tools.monotonicMs() + patienceMs;
  for (;;) {
    if (!(await waitForInstaller(tools, report, until - tools.monotonicMs()))) return failed('another-installer');
    const ended = await runTool(
      {
        ...command,
        program: win32.join(system, command.program),
        // `+` adds to what an earlier attempt wrote.
        arguments: [...command.arguments, ...(logFile === null ? [] : ['/l*v+', logFile])],
      },
      tools,
      { folders: [], log: installerLog(logFile), report },
    );
    if (ended.kind === 'not-started') return failed('tool-failed', JSON.stringify(ended.why));
    const outcome = installerOutcome(ended.exitCode);
    if (outcome.reason === 'another-installer' && tools.monotonicMs() < until) {
      await tools.wait(betweenAttemptsMs);
      continue;
    }
    return outcome.outcome === 'done' && ended.leftForRestart
      ? { outcome: 'done-after-restart', reason: null, detail: null }
      : outcome;
  }
}

/** An entry in the list that Windows Installer itself knows nothing of needs another way than this one. */
function whatIsListed({ native }: ActingTools, { productCode }: Uninstall, first: ActionOutcome): ActionOutcome {
  const listed = listedProgram(native, productCode, bothViews);
  return listed === null || listed === 'unknown' ? first : failed('installer-record-missing');
}

const gaveUp = ({ reason }: ActionOutcome): boolean => reason === 'uninstaller-gave-up';

const nameOf = (listed: ListedProgram | null | 'unknown'): string | null =>
  listed === null || listed === 'unknown' ? null : listed.name;

const bothViews = [64, 32] as const;
const noRestart = { REBOOT: 'ReallySuppress' };
const patienceMs = 10 * 60_000;
const betweenAttemptsMs = 5_000;
