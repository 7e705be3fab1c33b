import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { errorCode } from './answer-for-error';
import { openToolLog } from './open-tool-log';
import { systemEnvironment } from './system-environment';

export interface ToolRun {
  readonly program: string;
  readonly arguments: readonly string[];
  /** Beside the system's own environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** What it says is added to this file; null: to a file without a name, gone with the last who holds it. */
  readonly logFile: string | null;
  readonly report: (line: string) => void;
}

/** `said` holds the last 256 KiB of this run. */
export type ToolResult =
  | { readonly kind: 'ended'; readonly exitCode: number; readonly said: string }
  | { readonly kind: 'not-started'; readonly code: string; readonly detail: string };

export type RunTool = (run: ToolRun) => Promise<ToolResult>;

/**
 * Runs a program that changes the computer, to its end, however long that takes: half a removal is worse than a slow one. It writes to a
 * file and leads a session of its own, so it also comes to its end when we are killed or our terminal is closed. Progress is read from the file.
 */
export const runTool: RunTool = async (run) => {
  let log;
  try {
    log = openToolLog(run.logFile, run.report);
  } catch (error) {
    return { kind: 'not-started', code: errorCode(error) ?? 'unknown', detail: wordsOf(error) };
  }
  const looking = setInterval(log.readOn, lookEveryMs);
  try {
    const child = spawn(run.program, run.arguments, {
      cwd: '/',
      env: { ...systemEnvironment, ...run.environment },
      stdio: ['ignore', log.descriptor, log.descriptor],
      detached: true,
    });
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
    });
    return { kind: 'ended', exitCode, said: log.finish() };
  } catch (error) {
    return { kind: 'not-started', code: errorCode(error) ?? 'unknown', detail: wordsOf(error) };
  } finally {
    clearInterval(looking);
    log.close();
  }
};

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const lookEveryMs = 200;
