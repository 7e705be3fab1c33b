import { Worker } from 'node:worker_threads';
import type { Scanned } from '../orders';

/**
 * Runs the shipped command line in a thread of its own: a fresh program each time, with Node and koffi started already. What Wine cannot
 * say of owners is said there for these folders (see `owners.cjs`).
 */
export function scan(words: readonly string[], ownedBySystem: readonly string[]): Promise<Scanned> {
  const worker = new Worker(program, { argv: [...words], workerData: { ownedBySystem }, stdout: true, stderr: true });
  let [stdout, stderr] = ['', ''];
  worker.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  worker.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

const program = 'C:\\offramp-lab\\owners.cjs';
