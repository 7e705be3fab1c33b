import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether some process, ours or not, is carrying out a run recorded in this folder: its lock names a process that lives. */
export function isLockHeld(folder: string): boolean {
  try {
    const pid = Number.parseInt(readFileSync(join(folder, 'lock'), 'utf8'), 10);
    return Number.isInteger(pid) && pid > 0 && isAlive(pid);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Alive, and somebody else's: that is the ordinary case for the elevated side.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
