import { once } from 'node:events';
import type { Undo } from './agent';
import { startProgram } from './start-program';

/** Starts stand-ins that stay until they are taken away. */
export async function runPrograms(programs: readonly string[], remember: (undo: Undo) => void): Promise<void> {
  for (const program of programs) {
    const child = await startProgram(program, []);
    await once(child, 'spawn');
    const ended = once(child, 'exit');
    remember(async () => {
      child.kill();
      await ended;
    });
  }
}
