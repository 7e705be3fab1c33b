import { lstatSync } from 'node:fs';
import { win32 } from 'node:path';
import { ok, type Answer } from '../../core/machine/answer';
import type { UserProfile } from '../../core/machine/software-shapes';
import { answerFrom } from './answer-from';
import type { WindowsNative } from './native/open-native';
import { isElevated } from './read-privilege';
import { userProfiles } from './user-profiles';

/**
 * People with a profile here. `name` is the profile folder's: asking for the account's could wait for a domain controller.
 * A hive that is not loaded can be read, from a copy, by an elevated program alone.
 */
export function readUserProfiles(native: WindowsNative): Answer<UserProfile[]> {
  const profiles = userProfiles(native.registry);
  if (profiles.status !== 'ok') return answerFrom(profiles);
  const elevated = isElevated(native);
  return ok(
    profiles.value.map(({ sid, folder, isLoaded }) => ({
      name: win32.basename(folder),
      folder,
      sid,
      hiveReadable: isLoaded || (elevated && isFile(hiveIn(folder))),
    })),
  );
}

/** The file of a person's registry hive. */
export const hiveIn = (folder: string): string => win32.join(folder, 'NTUSER.DAT');

function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}
