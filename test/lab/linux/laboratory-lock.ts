import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';

export interface LaboratoryLock {
  /** Resolves when the lock is free for others. */
  release(): Promise<void>;
}

/**
 * Waits for the laboratory's lock, so that two test files never use the one computer at once. The system's own `flock` holds it as long as our
 * end of a pipe is open: however this process ends, even by a KILL, the lock is free again. Throws after `waitSeconds`.
 */
export async function lockLaboratory(workFolder: string, waitSeconds: number): Promise<LaboratoryLock> {
  const file = join(workFolder, 'lock');
  const holder = spawn(
    'flock',
    [
      '--exclusive',
      '--wait',
      String(waitSeconds),
      '--conflict-exit-code',
      '75',
      file,
      'sh',
      '-c',
      'echo held; exec cat',
    ],
    { stdio: ['pipe', 'pipe', 'inherit'], detached: true },
  );
  // A test that forgets to let go must still be able to end.
  holder.unref();
  const ended = new Promise<number | null>((resolve) => holder.once('close', resolve));
  const failed = new Promise<never>((_resolve, reject) => holder.once('error', reject));
  const held = new Promise<'held'>((resolve) => holder.stdout.once('data', () => resolve('held')));
  const first = await Promise.race([held, ended, failed]);
  if (first !== 'held') {
    throw new Error(
      first === 75 ? `Another test has used the laboratory for ${waitSeconds} s` : `flock ended with ${first}`,
    );
  }
  (holder.stdout as Socket).unref();
  return {
    release: async () => {
      (holder.stdout as Socket).ref();
      holder.ref();
      holder.stdin.end();
      await ended;
    },
  };
}
