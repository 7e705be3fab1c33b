import { existsSync } from 'node:fs';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { InstalledPackage, PackageTools } from '../../core/machine/shapes';
import { dpkgFolder, hasDpkgDatabase, readDpkgDatabase, readDpkgUpdates } from './dpkg-database';
import { findProgram } from './find-program';
import { lockHolder } from './lock-holder';
import { at, type LinuxTools } from './linux-tools';
import { hasRpmDatabase, rpmFolders } from './rpm-database';

/** The tool that removes packages here: the highest one that is installed for the database in use. dpkg's database goes before rpm's. */
export async function readPackageTools(
  tools: LinuxTools,
  dpkg: () => Answer<InstalledPackage[]> = () => readDpkgDatabase(tools),
): Promise<Answer<PackageTools>> {
  if (hasDpkgDatabase(tools)) return dpkgTools(tools, dpkg());
  if (!hasRpmDatabase(tools)) return unanswered('absent', 'no package database');
  const tool = (['dnf', 'yum', 'zypper'] as const).find((name) => findProgram(tools, name) !== null) ?? 'rpm';
  return ok({
    tool,
    lockedBy: await lockHolder(
      tools,
      rpmFolders.map((folder) => `${folder}/.rpm.lock`),
    ),
    unfinished: [],
  });
}

async function dpkgTools(tools: LinuxTools, packages: Answer<InstalledPackage[]>): Promise<Answer<PackageTools>> {
  if (packages.status !== 'ok') return packages;
  const broken = packages.value.filter(({ state }) => state === 'broken').map(({ name }) => name);
  const unmerged = readDpkgUpdates(tools).map(({ name }) => name);
  const tool = findProgram(tools, 'apt-get') !== null ? 'apt' : findProgram(tools, 'dpkg') !== null ? 'dpkg' : null;
  if (tool === null) return unanswered('absent', 'a dpkg database without apt-get and dpkg');
  return ok({
    tool,
    lockedBy: await lockHolder(
      tools,
      dpkgLocks.filter((path) => existsSync(at(tools, path))),
    ),
    unfinished: [...new Set([...broken, ...unmerged])],
  });
}

/** apt and newer frontends hold the first for the whole of their work, dpkg itself the second while it writes. */
const dpkgLocks = [`${dpkgFolder}/lock-frontend`, `${dpkgFolder}/lock`];
