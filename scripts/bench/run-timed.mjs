import { spawnSync } from 'node:child_process';

/**
 * Runs a program from its start to its end and gives the milliseconds in between. What it prints goes nowhere, which is the quickest
 * that any program can be. An exit code that is not expected is thrown: a program that failed early was not quick.
 */
export function runTimed(command, args, { accept = [0], env = process.env } = {}) {
  const startMs = performance.now();
  const { status, error, signal } = spawnSync(command, args, { stdio: 'ignore', env });
  const ms = performance.now() - startMs;
  if (error !== undefined) throw new Error(`${command} does not start: ${error.message}`);
  if (!accept.includes(status)) throw new Error(`${command} ${args.join(' ')} ended with ${status ?? signal}`);
  return ms;
}

/** The same program once more for what it prints, as JSON: measured is only what was seen to work. */
export function runForJson(command, args, { accept = [0], env = process.env } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', env, maxBuffer: 2 ** 28 });
  if (error !== undefined || !accept.includes(status))
    throw new Error(
      `${command} ${args.join(' ')} ended with ${status}: ${error?.message ?? stderr.trim().split('\n')[0]}`,
    );
  return JSON.parse(stdout);
}

/** Exit codes of a scan that worked: clear, present, leftovers, inconclusive. */
export const scanEnds = [0, 3, 4, 8];
