import type { NativeRegistry } from '../native/registry';
import type { RegistryRoot, RegistryView } from '../native/registry-shapes';

/** A part of the registry where browsers look for what others give them. */
export interface BrowserHive {
  readonly root: RegistryRoot;
  /** Before `Software`; empty, or a person's SID and a backslash. */
  readonly prefix: string;
  readonly view: RegistryView;
  /** As evidence names it: `HKLM64`, `HKU64\S-1-5-21-...`. */
  readonly label: string;
  readonly scope: 'system' | 'user';
}

/**
 * The computer's own hive in both views, and the hives of all people that are open now; where those may not be listed, our own. Hives of
 * people who are not signed in stay closed: what they hold is not seen.
 */
export function browserHives(registry: NativeRegistry): readonly BrowserHive[] {
  const listed = registry.readTree('HKU', '', 64, { depth: 0, maxKeys: 1, only: [] });
  const people = listed.status === 'ok' ? (listed.value.keys[0]?.subkeys ?? []).filter(isPerson) : [];
  const own: BrowserHive = { root: 'HKCU', prefix: '', view: 64, label: 'HKCU64', scope: 'user' };
  return [
    { root: 'HKLM', prefix: '', view: 64, label: 'HKLM64', scope: 'system' },
    { root: 'HKLM', prefix: '', view: 32, label: 'HKLM32', scope: 'system' },
    ...(people.length === 0
      ? [own]
      : people.map((sid) => ({ ...own, root: 'HKU' as const, prefix: `${sid}\\`, label: `HKU64\\${sid}` }))),
  ];
}

/** A local, domain or cloud account; the second hive of each, `..._Classes`, holds no settings of browsers. */
const isPerson = (name: string): boolean => /^S-1-(5-21|12-1)(-\d+)+$/.test(name);
