import { ok, type Answer } from '../../../core/machine/answer';
import type { ExtensionPolicy } from '../../../core/machine/reach-shapes';
import { extensionsInPolicy, installs } from '../../browsers/extensions-in-policy';
import type { NativeRegistry } from '../native/registry';
import { browserHives, type BrowserHive } from './browser-hives';
import { keysIn, nameOf, textValue } from './hive-reading';

/**
 * Extensions that the registry gives to browsers: a firm's policies (`forced`) and the keys of installers (`offered`). Chrome's are known
 * (C-CHROME-EXT, C-GIST-EXT, seen 2026-11-23); those of the others follow the same form, unverified, and only widen where we look.
 */
export function readExtensionPolicies(registry: NativeRegistry): Answer<ExtensionPolicy[]> {
  const found = new Map<string, ExtensionPolicy>();
  for (const hive of browserHives(registry))
    for (const { browser, policies, offers } of browserKeys) {
      const lists = [
        ...(hasPolicies(hive) ? policyForms.map((read) => read(registry, hive, policies)) : []),
        ...(offers === null ? [] : [offered(registry, hive, offers)]),
      ];
      for (const list of lists) {
        if (list.status !== 'ok') return list;
        for (const { id, kind, path } of list.value) {
          const where = `${hive.label}\\Software\\${path}`;
          found.set(JSON.stringify([browser, id, kind, where]), { browser, id, kind, where, scope: hive.scope });
        }
      }
    }
  return ok([...found.values()]);
}

/** Both views of the computer's hive share one `Software\\Policies`. */
const hasPolicies = ({ root, view }: BrowserHive): boolean => root !== 'HKLM' || view === 64;

type Given = { readonly id: string; readonly kind: ExtensionPolicy['kind']; readonly path: string };
type Read = (registry: NativeRegistry, hive: BrowserHive, path: string) => Answer<readonly Given[]>;

/** Both policies may stand as one JSON text in the browser's own policy key. */
const settingsAsText: Read = (registry, hive, path) => {
  const names = ['ExtensionSettings', 'ExtensionInstallForcelist'];
  return mapped(keysIn(registry, hive, path, 0, names), ([key]) =>
    key === undefined ? [] : forcedBy(Object.fromEntries(names.map((name) => [name, textValue(key, name)])), path),
  );
};

/** The usual form of the list: a key of its own with numbered values. */
const forceList: Read = (registry, hive, path) =>
  mapped(keysIn(registry, hive, `${path}\\ExtensionInstallForcelist`, 0), ([key]) =>
    forcedBy({ ExtensionInstallForcelist: Object.values(key?.values ?? {}).map(({ data }) => data) }, path),
  );

/** Another form of the settings: a key for each extension. */
const settingsAsKeys: Read = (registry, hive, path) =>
  mapped(keysIn(registry, hive, `${path}\\ExtensionSettings`, 1, ['installation_mode']), ([, ...keys]) =>
    keys
      .filter((key) => nameOf(key) !== '*' && installs(textValue(key, 'installation_mode')))
      .map((key) => ({ id: nameOf(key), kind: 'forced', path: `${path}\\ExtensionSettings\\${nameOf(key)}` })),
  );

const offered: Read = (registry, hive, path) =>
  mapped(keysIn(registry, hive, path, 1, ['update_url', 'path']), ([, ...keys]) =>
    keys.map((key) => ({ id: nameOf(key), kind: 'offered', path: `${path}\\${nameOf(key)}` })),
  );

const forcedBy = (policies: unknown, path: string): readonly Given[] =>
  extensionsInPolicy(policies).map(({ id, policy }) => ({ id, kind: 'forced', path: `${path}\\${policy}` }));

const mapped = <T, U>(answer: Answer<T>, map: (value: T) => U): Answer<U> =>
  answer.status === 'ok' ? ok(map(answer.value)) : answer;

const policyForms = [settingsAsText, forceList, settingsAsKeys] as const;

const browserKeys = [
  { browser: 'Chrome', policies: 'Policies\\Google\\Chrome', offers: 'Google\\Chrome\\Extensions' },
  { browser: 'Edge', policies: 'Policies\\Microsoft\\Edge', offers: 'Microsoft\\Edge\\Extensions' },
  { browser: 'Chromium', policies: 'Policies\\Chromium', offers: 'Chromium\\Extensions' },
  { browser: 'Brave', policies: 'Policies\\BraveSoftware\\Brave', offers: null },
  { browser: 'Firefox', policies: 'Policies\\Mozilla\\Firefox', offers: null },
] as const;
