import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { Given } from '../../core/machine/questions';
import type { RegistryKey } from '../../core/machine/shapes';
import type { WindowsNative } from './native/open-native';
import type { Reading } from './native/reading';
import type { RegistryTree, TreeLimits } from './native/registry-shapes';
import { answerFrom } from './answer-from';
import { isElevated } from './read-privilege';
import { hiveIn } from './read-user-profiles';
import { isPerson, userProfiles } from './user-profiles';

/** More keys than any honest computer keeps under one question; a hive stuffed on purpose ends here and says so. */
const mostKeys = 50_000;

/**
 * A key and the keys below it. Numbers of 64 bits and binary values come as text. Below HKU, the hive of a person who is not signed
 * in is read from a copy when we are elevated, and denied when we are not.
 */
export function readRegistryTree(native: WindowsNative, given: Given<'registry-tree'>): Answer<RegistryKey[]> {
  const { root, view, path, depth, only } = given;
  const limits = { depth, maxKeys: mostKeys, ...(only === undefined ? {} : { only }) };
  const reading = native.registry.readTree(root, path, view, limits);
  if (reading.status === 'absent' && root === 'HKU') return fromHiveFile(native, given, limits);
  return answerOf(reading);
}

function fromHiveFile(
  native: WindowsNative,
  { path, view }: Given<'registry-tree'>,
  limits: TreeLimits,
): Answer<RegistryKey[]> {
  const [sid = '', ...rest] = path.split('\\');
  const profiles = isPerson(sid.toUpperCase()) ? userProfiles(native.registry) : null;
  const profile = profiles?.status === 'ok' ? profiles.value.find((one) => one.sid === sid.toUpperCase()) : undefined;
  if (profile === undefined || profile.isLoaded) return answerFrom({ status: 'absent' });
  if (!isElevated(native)) return unanswered('denied', 'the hive is not loaded, and only administrators may copy it');
  return answerOf(native.hives.readTree(hiveIn(profile.folder), rest.join('\\'), path, view, limits));
}

function answerOf(reading: Reading<RegistryTree>): Answer<RegistryKey[]> {
  if (reading.status !== 'ok') return answerFrom(reading);
  const { keys, complete, unread } = reading.value;
  if (!complete) return unanswered('failed', `more than ${mostKeys} keys`);
  // A key that is there and may not be read leaves a hole: the answer as a whole is then not to be relied on.
  const hole = unread.find(({ why }) => why.status !== 'absent');
  if (hole !== undefined) return answerFrom(hole.why);
  return ok(
    keys.map((key) => ({
      path: key.path,
      subkeys: [...key.subkeys],
      values: Object.fromEntries(
        Object.entries(key.values).map(([name, { type, data }]) => [
          name,
          { type, data: typeof data === 'object' ? [...data] : data },
        ]),
      ),
    })),
  );
}
