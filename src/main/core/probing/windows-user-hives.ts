import { ok } from '../machine/answer';
import type { UserProfile } from '../machine/software-shapes';
import type { Finding } from './finding';
import type { Ask, Probe } from './probe';
import { entryOf, entryValues, uninstallPath } from './windows-uninstall-entries';

/**
 * What other people of this computer have in their own hives: apps installed for one person, and keys of the vendor (G18, G35,
 * seen 2026-11-23). A person can write all of it, so it is shown and never decides. Hives that may not be opened are left out;
 * the product itself always lies in the computer's own hive.
 */
export const userHivesProbe: Probe = {
  id: 'user-hives',
  platforms: ['windows'],
  required: false,
  limitMs: 15_000,
  async run(ask) {
    const profiles = await ask('user-profiles', {});
    if (profiles.status !== 'ok') return profiles;
    const found = await Promise.all(profiles.value.map((profile) => inHive(profile, ask)));
    return ok(found.flat());
  },
};

async function inHive({ sid, hiveReadable }: UserProfile, ask: Ask): Promise<readonly Finding[]> {
  if (sid === null || hiveReadable !== true) return [];
  const path = `${sid}\\${uninstallPath}`;
  const [entries, vendor] = await Promise.all([
    ask('registry-tree', { root: 'HKU', view: 64, path, depth: 1, only: entryValues }),
    ask('registry-tree', { root: 'HKU', view: 64, path: `${sid}\\SOFTWARE\\KasperskyLab`, depth: 0 }),
  ]);
  return [
    ...(entries.status !== 'ok'
      ? []
      : entries.value
          .filter((key) => key.path.length > path.length)
          .map((key) => ({ ...entryOf(key, 'HKU64', 'user'), probe: 'user-hives' }))),
    ...(vendor.status !== 'ok' ? [] : (vendor.value[0]?.subkeys ?? []).map((name) => vendorKey(sid, name))),
  ];
}

/** A person's key holds settings and no `environment`: it speaks of remains and never of an installation. */
const vendorKey = (sid: string, key: string): Finding => ({
  probe: 'user-hives',
  kind: 'vendor-key',
  where: `HKU64\\${sid}\\SOFTWARE\\KasperskyLab\\${key}`,
  facts: { key, hasEnvironment: false },
  trust: 'user',
});
