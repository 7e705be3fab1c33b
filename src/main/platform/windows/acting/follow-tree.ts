import type { ProcessTree } from '../native/process-tree';
import type { ActingTools } from './acting-tools';
import { isInside } from './is-inside';
import type { InstallerLog } from './msi-log';

export interface Following {
  /** Folders whose programs are part of the removal; so are Windows' own. */
  readonly folders: readonly string[];
  readonly log: InstallerLog | null;
  readonly report: (line: string) => void;
}

/**
 * Waits until a program and what it started are over, and gives the program's exit code. However long that takes: half a removal is
 * worse than a slow one, so nothing is ever ended here. Progress is told from evidence: actions in the installer's log, and now and
 * then how long it has run and what is running.
 */
export async function followTree(tree: ProcessTree, tools: ActingTools, following: Following): Promise<number> {
  const begun = tools.monotonicMs();
  let nextSign = begun + betweenSignsMs;
  for (;;) {
    const code = tree.exitCode();
    following.log?.newActions().forEach((action) => following.report(action));
    const working = workingIn(tree, tools, following.folders);
    if (code !== null && working.length === 0) return code;
    const now = tools.monotonicMs();
    if (now >= nextSign) {
      nextSign = now + betweenSignsMs;
      following.report(signOfLife(now - begun, working, following.log));
    }
    await tools.wait(betweenLooksMs);
  }
}

/**
 * Names of the tree's processes that do the work. A browser that an uninstaller opens to ask how people liked the product belongs
 * to the tree as well, and stays open for hours: once the program itself has ended, only what lies in the given folders or is
 * Windows' own counts.
 */
function workingIn(tree: ProcessTree, { native }: ActingTools, folders: readonly string[]): readonly string[] {
  const members = tree.members();
  if (members === null || members.length === 0) return [];
  const all = native.processes.list();
  // Not to know is no reason to go on too early.
  if (all.status !== 'ok') return ['?'];
  const places = [...folders, ...(native.folders.windows === null ? [] : [native.folders.windows])];
  return all.value
    .filter(({ pid }) => members.includes(pid))
    .filter(
      ({ name, executable }) =>
        name.toLowerCase() !== 'explorer.exe' &&
        (executable === null || places.some((place) => isInside(executable, place))),
    )
    .map(({ name }) => name);
}

/** `4:30 · msiexec.exe · 152 KiB`: words of no language. */
function signOfLife(elapsedMs: number, working: readonly string[], log: InstallerLog | null): string {
  const seconds = Math.floor(elapsedMs / 1000);
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const size = log === null || log.bytes() === 0 ? [] : [`${Math.ceil(log.bytes() / 1024)} KiB`];
  return [time, ...new Set(working), ...size].join(' · ');
}

const betweenLooksMs = 250;
const betweenSignsMs = 15_000;
