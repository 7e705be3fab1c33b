import { join, posix } from 'node:path';
import type { ExtensionPolicy } from '../../core/machine/reach-shapes';
import { managedPreferenceFiles, managedPreferences } from './extension-policy-places';
import { extensionsInPolicy } from './extensions-in-policy';
import { folderNames } from './read-inside';
import type { BrowserFiles } from './read-native-hosts';
import { walkInside } from './walk-inside';

/** Reads a property list at a path of ours, without links on its way. One that cannot be read may be anything but an object, or thrown. */
export type ReadPlist = (path: string) => unknown;

/** Extensions that device management forces on a Mac's browsers: for everybody, and for one person in a folder of that person's name. */
export async function readManagedPreferences(
  { root, systemUserId }: Pick<BrowserFiles, 'root' | 'systemUserId'>,
  readPlist: ReadPlist,
): Promise<readonly ExtensionPolicy[]> {
  const people = await folderNames(root, join(root, managedPreferences));
  const found: ExtensionPolicy[] = [];
  for (const folder of [managedPreferences, ...people.map((name) => posix.join(managedPreferences, name))])
    for (const { browser, file } of managedPreferenceFiles) {
      const where = posix.join(folder, file);
      const walked = await walkInside(root, join(root, where), systemUserId);
      if (walked === null) continue;
      const ids = new Set(extensionsInPolicy(await plistAt(walked.path, readPlist)).map(({ id }) => id));
      const scope = walked.owned ? 'system' : 'user';
      found.push(...[...ids].map((id) => ({ browser, id, kind: 'forced' as const, where, scope }) as const));
    }
  return found;
}

async function plistAt(path: string, readPlist: ReadPlist): Promise<unknown> {
  try {
    return await readPlist(path);
  } catch {
    return null;
  }
}
