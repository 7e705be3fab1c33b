import { spawn } from 'node:child_process';
import { errorCode } from './answer-for-error';

export interface Query {
  /** An exact path: nothing is ever looked for in the caller's PATH. */
  readonly program: string;
  readonly arguments: readonly string[];
  readonly timeLimitMs: number;
}

export type QueryResult =
  | { readonly kind: 'ended'; readonly exitCode: number; readonly output: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'not-started'; readonly code: string };

export type RunQuery = (query: Query) => Promise<QueryResult>;

/**
 * Runs a program of the system that only reads. It has no input and nothing of the caller's environment, at most 4 MiB of its output are
 * kept (the rest is read and dropped, so that it does not hang on a full pipe), and it comes back within the limit, whatever it does.
 */
export const runQuery: RunQuery = ({ program, arguments: words, timeLimitMs }) =>
  new Promise((resolve) => {
    const child = spawn(program, words, { cwd: '/', env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
    const parts: Buffer[] = [];
    let bytes = 0;
    child.stdout.on('data', (part: Buffer) => {
      if (bytes < largestBytes) parts.push(part.subarray(0, largestBytes - bytes));
      bytes += part.length;
    });
    // The answer has to come before the limit of whoever asked.
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      end({ kind: 'timed-out' });
    }, timeLimitMs * 0.9);
    child.on('error', (error) => end({ kind: 'not-started', code: errorCode(error) ?? error.message }));
    child.on('close', (code) =>
      end({ kind: 'ended', exitCode: code ?? -1, output: Buffer.concat(parts).toString('utf8') }),
    );

    function end(result: QueryResult): void {
      clearTimeout(timer);
      // `ps` runs with root's rights and may not be ours to end, and a grandchild can hold the pipe: nothing of them keeps us here.
      child.stdout.destroy();
      child.unref();
      resolve(result);
    }
  });

/** The language is set so that paths in other scripts come as UTF-8 and are not escaped. */
const environment: Readonly<Record<string, string>> = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'en_US.UTF-8' };

const largestBytes = 4 * 1024 * 1024;
