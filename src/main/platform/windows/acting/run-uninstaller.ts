import { win32 } from 'node:path';
import { nsisOutcome } from '../../../core/execution/uninstall-outcome';
import type { Action, ActionOutcome } from '../../../core/machine/actions';
import { commandFor } from '../../../core/machine/command-for';
import type { ActingSurroundings } from '../../../core/machine/machine';
import { readPath } from '../read-files';
import { failed, type ActingTools } from './acting-tools';
import { whyNotStart } from './check-program';
import { isInside } from './is-inside';
import { listedProgram } from './listed-program';
import { runTool } from './run-tool';

type Run = Extract<Action, { verb: 'run-uninstaller' }>;

/**
 * Runs a vendor's own uninstaller, once it is known to be theirs. Whether it worked is told by the list of programs alone: such
 * programs copy themselves, start the copy and return 0 at once, whatever comes of it.
 */
export async function runUninstaller(
  tools: ActingTools,
  action: Run,
  { report }: ActingSurroundings,
): Promise<ActionOutcome> {
  const look = () => listedProgram(tools.native, action.entry, [action.view]);
  const listed = look();
  if (listed === null) return { outcome: 'was-not-there', reason: null, detail: null };
  const refusal = whyNotStart(
    { ...action, listed },
    {
      place: readPath(tools.native, action.program),
      signature: () => tools.acting.signatures.check(action.program),
      environment: tools.environment,
    },
  );
  if (refusal !== null) return failed(refusal, action.program);
  if (!(await waitForEarlierStart(tools, action.program))) return failed('uninstaller-still-running');
  if (look() === null) return { outcome: 'done', reason: 'found-done', detail: null };

  const folder = win32.dirname(action.program);
  const ended = await runTool(commandFor(action), tools, { folders: [folder], log: null, report });
  if (ended.kind === 'not-started') return failed('tool-failed', JSON.stringify(ended.why));
  const told = nsisOutcome(ended.exitCode);
  if (!(await isGoneSoon(look, tools)))
    return told.outcome === 'failed' ? told : failed('entry-stays', `exit code ${ended.exitCode}`);
  const restart = told.outcome === 'done-after-restart' || ended.leftForRestart;
  return { outcome: restart ? 'done-after-restart' : 'done', reason: null, detail: null };
}

/** A copy that an earlier attempt of ours left running is let end first: two at once would undo each other's work. */
async function waitForEarlierStart(tools: ActingTools, program: string): Promise<boolean> {
  const until = tools.monotonicMs() + patienceMs;
  while (isRunning(tools, program)) {
    if (tools.monotonicMs() >= until) return false;
    await tools.wait(betweenLooksMs);
  }
  return true;
}

function isRunning({ native }: ActingTools, program: string): boolean {
  const temporary = native.folders.windows === null ? null : win32.join(native.folders.windows, 'Temp');
  const all = native.processes.list();
  return (
    all.status === 'ok' &&
    all.value.some(({ executable }) => {
      if (executable === null) return false;
      const isCopyOfOurs =
        temporary !== null &&
        isInside(executable, temporary) &&
        /^offramp-[0-9a-f]{24}\\/i.test(executable.slice(temporary.length + 1));
      return executable.toLowerCase() === program.toLowerCase() || isCopyOfOurs;
    })
  );
}

/** An uninstaller's last step may come a moment after its last process. */
async function isGoneSoon(look: () => ReturnType<typeof listedProgram>, tools: ActingTools): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (look() === null) return true;
    await tools.wait(betweenLooksMs);
  }
  return false;
}

const betweenLooksMs = 500;
const patienceMs = 10 * 60_000;
