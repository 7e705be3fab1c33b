import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { win32 } from 'node:path';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { ScheduledTask } from '../../core/machine/reach-shapes';
import { expandVariables } from './expand-variables';
import type { WindowsNative } from './native/open-native';
import { parseTask } from './task-xml';

/**
 * Tasks of all folders, from the scheduler's own files; one entry for every program a task starts. A folder or file that may not be
 * read is passed over when others answered and makes the whole `denied` when none did: without elevation Windows shows a person the
 * person's own tasks at most. Malformed and oversized files are skipped, links are not followed.
 */
export function readScheduledTasks({ folders }: WindowsNative): Answer<ScheduledTask[]> {
  if (folders.system === null) return unanswered('failed', 'Windows does not say where it lies');
  const found = lookThrough(win32.join(folders.system, 'Tasks'));
  if (found.tooMany) return unanswered('failed', `more than ${mostEntries} tasks or ${mostBytes} bytes of them`);
  if (found.tasks.length > 0) return ok([...found.tasks]);
  if (found.denied !== null) return unanswered('denied', `may not be read: ${found.denied}`);
  return found.isThere ? ok([]) : unanswered('absent', 'not there');
}

interface Found {
  readonly tasks: readonly ScheduledTask[];
  readonly denied: string | null;
  readonly tooMany: boolean;
  readonly isThere: boolean;
}

function lookThrough(top: string): Found {
  const tasks: ScheduledTask[] = [];
  const waiting = [{ folder: top, path: '\\', level: 0 }];
  let [seen, bytes, isThere] = [0, 0, false];
  let denied: string | null = null;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { folder, path, level } = next;
    const entries = attempt(() => readdirSync(folder, { withFileTypes: true }));
    if (entries === 'denied') denied ??= folder;
    if (typeof entries === 'string') continue;
    isThere = true;
    for (const entry of entries) {
      const inside = win32.join(folder, entry.name);
      if (entry.isDirectory() && level < deepest)
        waiting.push({ folder: inside, path: `${path}${entry.name}\\`, level: level + 1 });
      // Folders count too: Wine shows a Unix link as a folder, and a link to its own parent has no end.
      if (++seen > mostEntries || bytes > mostBytes) return { tasks, denied, tooMany: true, isThere };
      if (!entry.isFile()) continue;
      const content = attempt(() => contentOf(inside));
      if (content === 'denied') denied ??= inside;
      if (content === null || typeof content === 'string') continue;
      bytes += content.length;
      tasks.push(...tasksIn(content, `${path}${entry.name}`));
    }
  }
  return { tasks, denied, tooMany: false, isThere };
}

function tasksIn(content: Buffer, path: string): readonly ScheduledTask[] {
  const task = parseTask(content);
  if (task === null) return [];
  const { enabled, commands } = task;
  if (commands.length === 0) return [{ path, program: null, enabled }];
  // A command has no arguments of its own (they stand in another element), so all of it is the program.
  return commands.map((command) => ({
    path,
    program: expandVariables(command, process.env).replace(/^"(.*)"$/, '$1'),
    enabled,
  }));
}

/** Null for a file larger than any task. */
function contentOf(path: string): Buffer | null {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > largestTaskBytes) return null;
    const bytes = Buffer.alloc(size);
    return bytes.subarray(0, readSync(file, bytes, 0, size, 0));
  } finally {
    closeSync(file);
  }
}

function attempt<T>(read: () => T): T | 'denied' | 'unreadable' {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'EPERM' || code === 'EACCES' ? 'denied' : 'unreadable';
  }
}

const largestTaskBytes = 256 * 1024;
const mostEntries = 5_000;
const mostBytes = 32 * 1024 * 1024;
const deepest = 16;
