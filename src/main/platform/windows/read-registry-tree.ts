import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { Given } from '../../core/machine/questions';
import type { RegistryKey } from '../../core/machine/shapes';
import type { WindowsNative } from './native/open-native';
import { answerFrom } from './answer-from';

/** More keys than any honest computer keeps under one question; a hive stuffed on purpose ends here and says so. */
const mostKeys = 50_000;

/** A key and the keys below it. Numbers of 64 bits and binary values come as text. */
export function readRegistryTree(
  { registry }: WindowsNative,
  { root, view, path, depth, only }: Given<'registry-tree'>,
): Answer<RegistryKey[]> {
  const reading = registry.readTree(root, path, view, {
    depth,
    maxKeys: mostKeys,
    ...(only === undefined ? {} : { only }),
  });
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
