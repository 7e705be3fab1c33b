import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './process-identity';
import { writeAll } from './write-atomically';

/** One run at a time on one computer. A lock whose holder no longer runs is taken over. */
export function takeLock(
  folder: string,
  identityOf: (pid: number) => string | null = processIdentity,
): { readonly release: () => void } | { readonly heldBy: string } {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const file = join(folder, 'lock');
  for (let attempt = 0; ; attempt++) {
    try {
      const descriptor = openSync(file, 'wx', 0o644);
      writeAll(descriptor, Buffer.from(`${process.pid} ${identityOf(process.pid) ?? ''}`));
      closeSync(descriptor);
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = holderOf(file);
      if (holder !== null && identityOf(holder.pid) === holder.identity) return { heldBy: `process ${holder.pid}` };
      if (attempt >= 3) return { heldBy: 'unknown' };
      rmSync(file, { force: true });
    }
  }
}

function holderOf(file: string): { readonly pid: number; readonly identity: string } | null {
  try {
    const [pid, identity] = readFileSync(file, 'utf8').split(' ');
    return Number(pid) > 0 ? { pid: Number(pid), identity: identity ?? '' } : null;
  } catch {
    return null;
  }
}
