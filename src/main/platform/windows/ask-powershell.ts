import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import { toolEnvironment } from './tool-environment';
import type { SystemFolders } from './native/system-folders';

/**
 * Gives what one of Windows' documented cmdlets says. Only where Windows has no documented function of its own and nobody waits for
 * a first answer: it takes a second to start, and some firms forbid it. The script is one of ours, word for word; nothing is filled in.
 */
export function askPowerShell(folders: SystemFolders, script: string, timeLimitMs: number): Promise<Answer<string>> {
  if (folders.system === null) return Promise.resolve(unanswered('failed', 'Windows does not say where it is'));
  const program = win32.join(folders.system, 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  const words = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script];
  const options = {
    cwd: folders.system,
    env: toolEnvironment(process.env, folders, win32.join(folders.windows ?? 'C:\\Windows', 'Temp')),
    timeout: timeLimitMs,
    maxBuffer: 1024 * 1024,
    windowsHide: true,
  };
  return new Promise((resolve) => {
    const child = execFile(program, words, options, (error, output, errors) => {
      if (error?.killed === true) return resolve(unanswered('timed-out', 'PowerShell did not answer'));
      if (error !== null) return resolve(unanswered('failed', lastLine(errors) ?? error.message));
      resolve(ok(output));
    });
    child.stdin?.end();
  });
}

const lastLine = (text: string): string | null =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .findLast((line) => line !== '')
    ?.slice(0, 200) ?? null;
