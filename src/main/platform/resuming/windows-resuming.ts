import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { win32 } from 'node:path';
import type { ActingNative } from '../windows/native/open-acting';
import type { SystemFolders } from '../windows/native/system-folders';
import type { Arranged } from './resume-request';
import { runOnceKey, runOnceName, taskPath, type WindowsResume } from './windows-plan';

export interface ResumingTools {
  readonly acting: Pick<ActingNative, 'registry' | 'makePrivateFolder'>;
  readonly folders: SystemFolders;
}

/** Has Windows do it. Needs elevation; doing it twice is the same as once. */
export async function arrangeResume(resume: WindowsResume, tools: ResumingTools): Promise<Arranged> {
  if (resume.kind === 'run-once') {
    const set = tools.acting.registry.setText(resume.key, resume.name, resume.line);
    return set.status === 'ok' ? { ok: true } : { ok: false, detail: JSON.stringify(set) };
  }
  const folder = tools.acting.makePrivateFolder();
  if (folder.status !== 'ok') return { ok: false, detail: JSON.stringify(folder) };
  try {
    const file = win32.join(folder.value, 'task.xml');
    // With the mark at the beginning: the scheduler goes by it.
    writeFileSync(file, Buffer.from(`\ufeff${resume.xml}`, 'utf16le'), { flag: 'wx' });
    return await scheduler(['/create', '/tn', resume.path, '/xml', file, '/f'], tools.folders);
  } finally {
    rmSync(folder.value, { recursive: true, force: true });
  }
}

/** Takes back what was arranged for a run; what is not there counts as taken back. */
export async function cancelResume(run: string, tools: ResumingTools): Promise<Arranged> {
  const removed = tools.acting.registry.removeValue(runOnceKey, runOnceName(run));
  if (removed.status !== 'ok' && removed.status !== 'absent') return { ok: false, detail: JSON.stringify(removed) };
  await scheduler(['/delete', '/tn', taskPath(run), '/f'], tools.folders);
  return { ok: true };
}

function scheduler(words: readonly string[], { system }: SystemFolders): Promise<Arranged> {
  if (system === null) return Promise.resolve({ ok: false, detail: 'Windows does not say where it is' });
  return new Promise((resolve) => {
    const options = { cwd: system, timeout: 60_000, windowsHide: true };
    execFile(win32.join(system, 'schtasks.exe'), [...words], options, (error, _output, errors) =>
      resolve(error === null ? { ok: true } : { ok: false, detail: errors.trim().slice(0, 300) || error.message }),
    );
  });
}
