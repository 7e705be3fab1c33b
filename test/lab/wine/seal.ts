import { lstat, mkdir, readdir, readlink, realpath, rm, symlink } from 'node:fs/promises';
import path from 'node:path';

/**
 * Closes a laboratory: Windows programs take a Unix link for a plain folder and delete straight through it. So the only drives are
 * `C:` and `Z:`, the profile's links into a home folder become folders, and any other link that leads out of `folder` is an error.
 * Called before and after every start, because Wine makes some links anew.
 */
export async function seal(folder: string): Promise<void> {
  const prefix = path.join(folder, 'prefix');
  await keepOnlyOurDrives(path.join(prefix, 'dosdevices'));
  await sealPrefix(prefix, await realpath(folder));
}

async function keepOnlyOurDrives(drives: string): Promise<void> {
  for (const name of await readdir(drives)) if (name !== 'c:') await rm(path.join(drives, name));
  await symlink('../../z', path.join(drives, 'z:'));
}

/** Replaces links in the users' folders by empty folders and throws for any other that leads out of `boundary`. */
export async function sealPrefix(prefix: string, boundary: string): Promise<void> {
  for (const link of await linksBelow(prefix)) {
    if (link.startsWith(path.join(prefix, 'drive_c', 'users') + path.sep)) {
      await rm(link);
      await mkdir(link);
    } else if (!(await leadsInside(link, boundary))) {
      throw new Error(`${link} leads out of the laboratory, to ${await readlink(link)}.`);
    }
  }
}

async function linksBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isSymbolicLink()).map((entry) => path.join(entry.parentPath, entry.name));
}

async function leadsInside(link: string, boundary: string): Promise<boolean> {
  const target = await realpath(link).catch(() => null);
  if (target === null || !(await lstat(target)).isDirectory()) return false;
  return target === boundary || target.startsWith(boundary + path.sep);
}
