import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { InstalledPackage } from '../../core/machine/shapes';
import { hasDpkgDatabase, readDpkgDatabase } from './dpkg-database';
import type { LinuxTools } from './linux-tools';
import { hasRpmDatabase, readRpmDatabase, rpmFolderIn } from './rpm-database';

/**
 * Everything in every package database of this computer. A database that is there and cannot be read leaves no answer at all: half a list
 * would pass for "not installed".
 */
export async function readPackages(
  tools: LinuxTools,
  timeLimitMs: number,
  dpkg: () => Answer<InstalledPackage[]> = () => readDpkgDatabase(tools),
): Promise<Answer<InstalledPackage[]>> {
  const databases = [
    ...(hasDpkgDatabase(tools) ? [dpkg()] : []),
    ...(hasRpmDatabase(tools) ? [await readRpmDatabase(tools, timeLimitMs)] : []),
  ];
  if (databases.length === 0)
    return rpmFolderIn(tools) !== null
      ? unanswered('failed', 'an rpm database, and no rpm to read it with')
      : unanswered('absent', 'no package database');
  const packages: InstalledPackage[] = [];
  for (const database of databases) {
    if (database.status !== 'ok') return database;
    packages.push(...database.value);
  }
  // Where rpm is the system's own manager, no packages at all is no state a computer can be in.
  if (packages.length === 0) return unanswered('failed', 'the package database gave no packages');
  return ok(packages);
}
