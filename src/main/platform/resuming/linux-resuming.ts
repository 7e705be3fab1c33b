import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import type { PlainCommand } from '../elevation/plain-command';
import { findProgram } from '../linux/find-program';
import { at, type LinuxTools } from '../linux/linux-tools';
import { holdWay, isTheSystems, UnsafeWay } from '../linux/quarantine/held-folder';
import { linuxResume, unitName } from './linux-plan';
import { requireRun, type Arranged, type ResumeRequest } from './resume-request';

/**
 * Has systemd do it. Needs root; doing it twice is the same as once. Refuses a program or a script that somebody else could change meanwhile: it
 * will run with all rights.
 */
export async function arrangeResume(request: ResumeRequest, tools: LinuxTools): Promise<Arranged> {
  const { files, link, startsNow } = linuxResume(request, tools.now());
  if (tools.effectiveUserId !== tools.systemUserId) return { ok: false, detail: 'only root can arrange it' };
  if (!existsSync(at(tools, '/run/systemd/system'))) return { ok: false, detail: 'systemd is not running' };
  const unsafe = whatOthersCanChange(request.command, tools);
  if (unsafe !== null) return { ok: false, detail: `others than root can change ${unsafe}` };
  for (const { path, text } of files) {
    rmSync(at(tools, path), { force: true });
    writeFileSync(at(tools, path), text, { flag: 'wx', mode: 0o644 });
  }
  mkdirSync(dirname(at(tools, link.path)), { recursive: true, mode: 0o755 });
  rmSync(at(tools, link.path), { force: true });
  symlinkSync(link.target, at(tools, link.path));
  const reloaded = await systemctl(['daemon-reload'], tools);
  return reloaded.ok && startsNow !== null ? systemctl(['start', startsNow], tools) : reloaded;
}

/** Takes back what was arranged for a run; what is not there counts as taken back. */
export async function cancelResume(run: string, tools: LinuxTools): Promise<Arranged> {
  requireRun(run);
  const nowhere = { program: '/', arguments: [] };
  for (const when of ['next-start', 'in-a-day'] as const) {
    const { files, link, startsNow } = linuxResume({ run, command: nowhere, when }, tools.now());
    if (files.every(({ path }) => !existsSync(at(tools, path)))) continue;
    if (startsNow !== null) await systemctl(['stop', `${unitName(run, when)}.timer`], tools);
    for (const path of [link.path, ...files.map((file) => file.path)]) rmSync(at(tools, path), { force: true });
  }
  return systemctl(['daemon-reload'], tools);
}

/** The first file of a command, or null: the program, and every argument that is a file. */
function whatOthersCanChange({ program, arguments: words }: PlainCommand, tools: LinuxTools): string | null {
  const files = [program, ...words.filter((word) => isAbsolute(word) && existsSync(at(tools, word)))];
  return files.find((file) => !isSafe(file, tools)) ?? null;
}

function isSafe(file: string, tools: LinuxTools): boolean {
  const names = file.split('/').slice(1);
  try {
    const way = holdWay(tools.root, names.slice(0, -1), tools.systemUserId);
    try {
      const stats = lstatSync(way.at(-1)?.at(names.at(-1) ?? '') ?? file);
      return stats.isFile() && isTheSystems(stats, tools.systemUserId);
    } finally {
      for (const held of way) held.close();
    }
  } catch (error) {
    if (error instanceof UnsafeWay || (error as NodeJS.ErrnoException).code !== undefined) return false;
    throw error;
  }
}

async function systemctl(words: readonly string[], tools: LinuxTools): Promise<Arranged> {
  const program = findProgram(tools, 'systemctl');
  if (program === null) return { ok: false, detail: 'there is no systemctl' };
  const result = await tools.runQuery({ program, arguments: words, timeLimitMs: 60_000 });
  if (result.kind === 'ended' && result.exitCode === 0) return { ok: true };
  return { ok: false, detail: result.kind === 'ended' ? result.errors.trim().slice(0, 300) : result.kind };
}
