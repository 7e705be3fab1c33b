import { win32 } from 'node:path';
import { ok, valueOr, type Answer } from '../../../core/machine/answer';
import type { NativeHost } from '../../../core/machine/reach-shapes';
import { field, jsonOf } from '../../browsers/read-inside';
import type { NativeRegistry } from '../native/registry';
import { browserHives } from './browser-hives';
import { keysIn, nameOf, textValue } from './hive-reading';

/**
 * Programs that extensions may talk to, as the registry names them: the subkey is the host, its default value the manifest, and that names the
 * program (C-NM-ISSUES for Edge, Chromium and Chrome, seen 2026-11-23; Firefox's key is its usual one, unverified). A host without a manifest is
 * told with its key in the manifest's place.
 */
export function readNativeHosts(registry: NativeRegistry, readText: ReadText): Answer<NativeHost[]> {
  const found = new Map<string, NativeHost>();
  for (const hive of browserHives(registry))
    for (const { browser, path } of hostKeys) {
      const keys = keysIn(registry, hive, path, 1);
      if (keys.status !== 'ok') return keys;
      // The first key is the list itself.
      for (const key of keys.value.slice(1)) {
        const named = textValue(key, '') ?? '';
        const manifest = named === '' ? `${hive.label}\\Software\\${path}\\${nameOf(key)}` : named;
        const host = { browser, name: nameOf(key), manifest, scope: hive.scope };
        // Both views often hold the same registration.
        found.set(JSON.stringify(host), { ...host, program: programOf(manifest, readText) });
      }
    }
  return ok([...found.values()]);
}

type ReadText = (path: string) => Answer<string>;

/** Only a path on a drive of this computer is opened: a person's key may name a share, and a look there would hand out our name. */
function programOf(manifest: string, readText: ReadText): string | null {
  if (!/^[a-z]:[\\/]/i.test(manifest)) return null;
  const program = field(jsonOf(valueOr(readText(manifest), '')), 'path');
  if (typeof program !== 'string' || program === '') return null;
  // A program may be named from the manifest's folder.
  return win32.isAbsolute(program) ? program : win32.join(win32.dirname(manifest), program);
}

const hostKeys = [
  { browser: 'Chrome', path: 'Google\\Chrome\\NativeMessagingHosts' },
  { browser: 'Chromium', path: 'Chromium\\NativeMessagingHosts' },
  { browser: 'Edge', path: 'Microsoft\\Edge\\NativeMessagingHosts' },
  { browser: 'Firefox', path: 'Mozilla\\NativeMessagingHosts' },
] as const;
