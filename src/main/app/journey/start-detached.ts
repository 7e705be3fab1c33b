import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
}

export interface Ended {
  /** Null when a signal ended it or it could not be started. */
  readonly code: number | null;
  readonly printed: string;
  readonly complained: string;
}

/**
 * Starts a program that outlives us: its own session, and files instead of pipes, because a pipe that nobody reads any more would
 * end a removal in the middle. `ended` gives what it printed once it is over.
 */
export function startDetached(
  command: Command,
  folder: string,
  environment: NodeJS.ProcessEnv,
): { readonly ended: Promise<Ended> } {
  const place = mkdtempSync(join(folder, 'elevated-'));
  const [printed, complained] = [join(place, 'printed'), join(place, 'complained')];
  const descriptors = [openSync(printed, 'wx', 0o600), openSync(complained, 'wx', 0o600)] as const;
  try {
    const child = spawn(command.program, [...command.arguments], {
      detached: true,
      stdio: ['ignore', ...descriptors],
      env: cleaned(environment),
    });
    const ended = new Promise<Ended>((resolve) => {
      const finish = (code: number | null, trouble: string): void => {
        resolve({ code, printed: textOf(printed), complained: `${textOf(complained)}${trouble}` });
        rmSync(place, { recursive: true, force: true });
      };
      child.once('error', (error) => finish(null, error.message));
      child.once('exit', (code) => finish(code, ''));
    });
    child.unref();
    return { ended };
  } finally {
    for (const descriptor of descriptors) closeSync(descriptor);
  }
}

/** Nothing that could change what a Node program does is handed on. */
const cleaned = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(NODE_|ELECTRON_|LD_PRELOAD$|LD_LIBRARY_PATH$)/.test(name)),
  );

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
