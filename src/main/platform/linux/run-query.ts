import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { errorCode } from './answer-for-error';
import { systemEnvironment } from './system-environment';

export interface Query {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly timeLimitMs: number;
}

/** `exitCode` of a program that a signal ended is 128 and the signal's number, as shells have it. */
export type QueryResult =
  | { readonly kind: 'ended'; readonly exitCode: number; readonly output: string; readonly errors: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'not-started'; readonly code: string };

export type RunQuery = (query: Query) => Promise<QueryResult>;

/**
 * Runs a program that only reads. It has no input, at most 1 MiB of each output is kept (the rest is read and dropped, so that it does not
 * hang on a full pipe), and it always comes back within the limit: first TERM, then KILL, to its own process group and so to nothing
 * that we did not start.
 */
export const runQuery: RunQuery = (query) =>
  new Promise((resolve) => {
    const child = spawn(query.program, query.arguments, {
      cwd: '/',
      env: systemEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const output = collect(child.stdout);
    const errors = collect(child.stderr);
    // Both signals fall within the limit: whoever waits for us may end this process right after it, and then nobody sends them.
    const timers = [
      setTimeout(() => {
        if (hasEnded(child)) return;
        isLate = true;
        signalGroup(child, 'SIGTERM');
      }, query.timeLimitMs * 0.8),
      setTimeout(() => end({ kind: 'timed-out' }), query.timeLimitMs * 0.95),
    ];
    let isLate = false;
    child.on('error', (error) => end({ kind: 'not-started', code: errorCode(error) ?? error.message }));
    child.on('exit', (code, signal) => {
      const exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
      if (isLate) return end({ kind: 'timed-out' });
      // A grandchild can hold the pipes open for ever, so their end is waited for only shortly.
      const finish = () => end({ kind: 'ended', exitCode, output: output.text(), errors: errors.text() });
      timers.push(setTimeout(finish, drainMs));
      void Promise.all([output.ended, errors.ended]).then(finish);
    });

    function end(result: QueryResult): void {
      // Also when the program itself has ended on TERM: what it started may have stayed.
      if (result.kind === 'timed-out') signalGroup(child, 'SIGKILL');
      timers.forEach(clearTimeout);
      child.stdout.destroy();
      child.stderr.destroy();
      child.unref();
      resolve(result);
    }
  });

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // Nobody of the group is left.
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

function collect(stream: Readable): { readonly text: () => string; readonly ended: Promise<void> } {
  const parts: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (part: Buffer) => {
    if (bytes < largestBytes) parts.push(part.subarray(0, largestBytes - bytes));
    bytes += part.length;
  });
  const ended = new Promise<void>((resolve) => stream.on('close', resolve).on('error', () => resolve()));
  return { text: () => Buffer.concat(parts).toString('utf8'), ended };
}

const largestBytes = 1024 * 1024;
const drainMs = 200;
