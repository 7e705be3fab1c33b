import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** Starts a program without input or output. On a busy machine Wine refuses that now and then, and does it when asked again. */
export async function startProgram(program: string, words: readonly string[]): Promise<ChildProcess> {
  for (let tries = 1; ; tries++) {
    try {
      return spawn(program, [...words], { stdio: 'ignore' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'UNKNOWN' || tries === mostTries) throw error;
      await pause(100 * tries);
    }
  }
}

const mostTries = 5;
