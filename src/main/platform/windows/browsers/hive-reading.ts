import { ok, type Answer } from '../../../core/machine/answer';
import { answerFrom } from '../answer-from';
import type { NativeRegistry } from '../native/registry';
import type { RegistryKey } from '../native/registry-shapes';
import type { BrowserHive } from './browser-hives';

/**
 * A key below `Software` of one hive, and what lies below it; empty when it is not there. A hole in the computer's own hive makes
 * the whole answer unreliable and is told; a person who locks their own keys hides nothing but themselves.
 */
export function keysIn(
  registry: NativeRegistry,
  hive: BrowserHive,
  path: string,
  depth: number,
  only?: readonly string[],
): Answer<readonly RegistryKey[]> {
  const limits = { depth, maxKeys: mostKeys, ...(only === undefined ? {} : { only }) };
  const reading = registry.readTree(hive.root, `${hive.prefix}Software\\${path}`, hive.view, limits);
  if (reading.status === 'absent') return ok([]);
  if (reading.status !== 'ok') return hive.scope === 'user' ? ok([]) : answerFrom(reading);
  const [hole] = reading.value.unread;
  return hole !== undefined && hive.scope === 'system' ? answerFrom(hole.why) : ok(reading.value.keys);
}

/** A text value of a key, or null. Names are compared without case, as Windows does. */
export function textValue(key: RegistryKey, name: string): string | null {
  const wanted = name.toLowerCase();
  const data = Object.entries(key.values).find(([candidate]) => candidate.toLowerCase() === wanted)?.[1].data;
  if (typeof data === 'string') return data;
  // Firefox keeps long texts as a list of lines.
  return Array.isArray(data) ? data.join('') : null;
}

/** The last part of a key's path: the name of the host or extension it registers. */
export const nameOf = (key: RegistryKey): string => key.path.slice(key.path.lastIndexOf('\\') + 1);

/** No honest browser has a tenth as many; a stuffed hive ends here with what was read. */
const mostKeys = 5_000;
