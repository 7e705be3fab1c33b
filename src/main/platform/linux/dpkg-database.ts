import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { ok, type Answer } from '../../core/machine/answer';
import type { InstalledPackage } from '../../core/machine/shapes';
import { answerForError } from './answer-for-error';
import { parseDpkgStatus, type DpkgEntry } from './parse-dpkg-status';
import { at, type LinuxTools } from './linux-tools';

export const dpkgFolder = '/var/lib/dpkg';

/** rpm's own distributions can have an empty dpkg database, and then it says nothing. */
export function hasDpkgDatabase(tools: LinuxTools): boolean {
  const status = at(tools, `${dpkgFolder}/status`);
  return existsSync(status) && statSync(status).size > 0;
}

/** The database as dpkg itself reads it: the status file, and over it what an interrupted run has written but not yet merged. */
export function readDpkgDatabase(tools: LinuxTools): Answer<InstalledPackage[]> {
  try {
    const entries = parseDpkgStatus(textOf(at(tools, `${dpkgFolder}/status`)));
    const updates = readDpkgUpdates(tools);
    return ok((updates.length === 0 ? entries : overlay(entries, updates)).flatMap(packageOf));
  } catch (error) {
    return answerForError(error);
  }
}

/** What an interrupted run of dpkg wrote to `updates/`, oldest first. Only names made of digits count, as in dpkg. */
export function readDpkgUpdates(tools: LinuxTools): readonly DpkgEntry[] {
  const folder = at(tools, `${dpkgFolder}/updates`);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .sort()
    .flatMap((name) => parseDpkgStatus(textOf(`${folder}/${name}`)));
}

/** What we need of the file is ASCII, and as Latin-1 the rest costs half the time. */
const textOf = (path: string): string => readFileSync(path, 'latin1');

function overlay(entries: readonly DpkgEntry[], updates: readonly DpkgEntry[]): readonly DpkgEntry[] {
  const byName = new Map(entries.map((entry) => [`${entry.name}:${entry.architecture}`, entry]));
  for (const update of updates) byName.set(`${update.name}:${update.architecture}`, update);
  return [...byName.values()];
}

function packageOf({ name, version, architecture, flag, status }: DpkgEntry): readonly InstalledPackage[] {
  if (status === 'not-installed') return [];
  const isWhole = flag === 'ok' && (status === 'installed' || status === 'config-files');
  const state = !isWhole ? 'broken' : status === 'installed' ? 'installed' : 'settings-kept';
  return [{ manager: 'dpkg', name, version, architecture, state }];
}
