import { statSync } from 'node:fs';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { InstalledPackage } from '../../core/machine/shapes';
import { findProgram } from './find-program';
import { at, type LinuxTools } from './linux-tools';
import type { QueryResult } from './run-query';

/** The newer place first: a computer that was upgraded can keep an old database in the other. */
export const rpmFolders = ['/usr/lib/sysimage/rpm', '/var/lib/rpm'];

/** There must be a file with something in it, and rpm to read it. */
export const hasRpmDatabase = (tools: LinuxTools): boolean =>
  findProgram(tools, 'rpm') !== null && rpmFolderIn(tools) !== null;

/** Where a database lies, readable or not; null without one. An rpm that was only installed makes none, or an empty file. */
export const rpmFolderIn = (tools: LinuxTools): string | null =>
  rpmFolders.find((folder) => databaseFiles.some((name) => sizeOf(at(tools, `${folder}/${name}`)) > 0)) ?? null;

/** All packages in one call. Keys for signatures, which rpm lists among them, are left out. */
export async function readRpmDatabase(tools: LinuxTools, timeLimitMs: number): Promise<Answer<InstalledPackage[]>> {
  const format = '%{NAME}\\t%{VERSION}-%{RELEASE}\\t%{ARCH}\\n';
  const answer = await askRpm(tools, ['-qa', '--queryformat', format], timeLimitMs);
  if (answer.status !== 'ok') return answer;
  if (answer.value.exitCode !== 0)
    return unanswered('failed', `rpm ended with ${answer.value.exitCode}: ${answer.value.errors.trim()}`);
  // A database in a form that this rpm was built without counts as empty, and rpm ends well (tried with rpm 4.18, 2026-11-25).
  if (/dummy database/i.test(answer.value.errors)) return unanswered('failed', answer.value.errors.trim());
  return ok(
    answer.value.output.split('\n').flatMap((line) => {
      const [name, version, architecture] = line.split('\t');
      if (name === undefined || version === undefined || architecture === undefined || name === 'gpg-pubkey') return [];
      return [{ manager: 'rpm' as const, name, version, architecture, state: 'installed' as const }];
    }),
  );
}

/**
 * One question to rpm. It can hang on the lock of a broken database, so its limit matters. The database is named, because Debian's rpm
 * would ask one in the caller's home.
 */
export async function askRpm(
  tools: LinuxTools,
  words: readonly string[],
  timeLimitMs: number,
): Promise<Answer<Extract<QueryResult, { kind: 'ended' }>>> {
  const program = findProgram(tools, 'rpm');
  if (program === null) return unanswered('absent', 'rpm is not there');
  const folder = rpmFolderIn(tools);
  if (folder === null) return unanswered('absent', 'no rpm database');
  const result = await tools.runQuery({
    program,
    arguments: ['--dbpath', at(tools, folder), ...words],
    timeLimitMs,
  });
  if (result.kind === 'timed-out') return unanswered('timed-out', `rpm did not answer within ${timeLimitMs} ms`);
  if (result.kind === 'not-started') return unanswered('failed', `rpm could not be started: ${result.code}`);
  return ok(result);
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** Berkeley DB, ndb and SQLite, the three forms rpm has had. */
const databaseFiles = ['rpmdb.sqlite', 'Packages.db', 'Packages'];
