import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { at, type LinuxTools } from './linux-tools';

/**
 * The name of the program that holds a write lock on one of these files, or null. Read from the kernel's own list and never by trying the
 * lock, which would get in the way of whoever needs it.
 */
export async function lockHolder(tools: LinuxTools, paths: readonly string[]): Promise<string | null> {
  const locks = await heldLocks(tools);
  if (locks.length === 0) return null;
  for (const path of paths) {
    const file = statOf(at(tools, path));
    const holder =
      file && locks.find((lock) => lock.inode === file.inode && isThisFile(tools, lock, file.device, path));
    if (holder) return programName(tools, holder.pid);
  }
  return null;
}

interface HeldLock {
  readonly pid: number;
  readonly device: string;
  readonly inode: string;
}

/**
 * Lines such as `1: POSIX  ADVISORY  WRITE 1234 08:01:5678 0 EOF`; those with `->` only wait. The kernel stops all locking for a moment to
 * make this list, some ten milliseconds, which are spent beside our other work.
 */
async function heldLocks(tools: LinuxTools): Promise<readonly HeldLock[]> {
  const list = await readFile(at(tools, '/proc/locks'), 'utf8').catch(() => '');
  const lines = list.split('\n');
  return lines.flatMap((line) => {
    const parts = /^\d+: (?:POSIX|OFDLCK|FLOCK)\s+\S+\s+WRITE\s+(-?\d+)\s+([0-9a-f]+:[0-9a-f]+):(\d+)\s/.exec(line);
    const [, pid, device, inode] = parts ?? [];
    return pid === undefined || device === undefined || inode === undefined
      ? []
      : [{ pid: Number(pid), device, inode }];
  });
}

/** An inode's number is unique on its device only; Btrfs shows two different devices for one file, and then the open files decide. */
function isThisFile(tools: LinuxTools, lock: HeldLock, device: string, path: string): boolean {
  if (lock.device === device) return true;
  const folder = at(tools, `/proc/${lock.pid}/fd`);
  try {
    return readdirSync(folder).some((name) => linkOf(`${folder}/${name}`) === path);
  } catch {
    return false;
  }
}

function programName(tools: LinuxTools, pid: number): string {
  const name = textOf(at(tools, `/proc/${pid}/comm`))?.trim();
  // Locks of other process namespaces come without a process.
  return name ? `${name} (process ${pid})` : pid > 0 ? `process ${pid}` : 'a process that cannot be seen';
}

function statOf(path: string): { readonly inode: string; readonly device: string } | null {
  try {
    const { ino, dev } = statSync(path, { bigint: true });
    const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & 0xfffff000n);
    const minor = (dev & 0xffn) | ((dev >> 12n) & 0xffffff00n);
    return { inode: String(ino), device: [major, minor].map((part) => part.toString(16).padStart(2, '0')).join(':') };
  } catch {
    return null;
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
