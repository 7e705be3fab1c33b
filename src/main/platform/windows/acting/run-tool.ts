import { rmSync } from 'node:fs';
import { win32 } from 'node:path';
import type { Command } from '../../../core/machine/command-for';
import type { NoReading } from '../native/reading';
import type { ActingTools } from './acting-tools';
import { commandLineFrom } from './command-line';
import { followTree, type Following } from './follow-tree';
import { movesAtNextStart, restartWanted } from './restart-wanted';
import { toolEnvironment } from '../tool-environment';

export type ToolEnd =
  | { readonly kind: 'ended'; readonly exitCode: number; readonly leftForRestart: boolean }
  | { readonly kind: 'not-started'; readonly why: NoReading };

/** Runs a command with a temporary folder for administrators alone, to the end of everything it starts. */
export async function runTool(command: Command, tools: ActingTools, following: Following): Promise<ToolEnd> {
  const { native, acting } = tools;
  const folder = acting.makePrivateFolder();
  if (folder.status !== 'ok') return { kind: 'not-started', why: folder };
  const temporary = folder.value;
  try {
    const before = movesAtNextStart(native.registry);
    const started = acting.startTree({
      program: command.program,
      commandLine: commandLineFrom([command.program, ...command.arguments]),
      folder: native.folders.system ?? win32.dirname(command.program),
      environment: { ...toolEnvironment(tools.environment, native.folders, temporary), ...command.environment },
    });
    if (started.status !== 'ok') return { kind: 'not-started', why: started };
    const tree = started.value;
    try {
      const exitCode = await followTree(tree, tools, { ...following, folders: [...following.folders, temporary] });
      const leftForRestart = restartWanted(before, movesAtNextStart(native.registry), temporary);
      return { kind: 'ended', exitCode, leftForRestart };
    } finally {
      tree.close();
    }
  } finally {
    removeQuietly(temporary);
  }
}

/** What an uninstaller leaves in its temporary folder, and still holds, is Windows' to delete at its next start. */
function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
  } catch {
    // Administrators alone can enter it: it harms nobody.
  }
}
