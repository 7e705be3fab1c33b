import { join } from 'node:path';
import type { ExtensionInProfile } from './extension-in-profile';
import { firefoxProfiles } from './firefox-profiles';
import type { OpenHome } from './homes';
import { field, readJson } from './read-inside';

/** Add-ons of every Firefox profile, from `extensions.json`. What Firefox itself brings, themes and languages are left out. */
export async function firefoxAddOns(home: OpenHome, place: string): Promise<readonly ExtensionInProfile[]> {
  const lists = await Promise.all(
    (await firefoxProfiles(home, place)).map(async ({ name, folder }) => {
      const addOns = field(await readJson(home.place, join(folder, 'extensions.json')), 'addons');
      return Array.isArray(addOns) ? addOns.flatMap((addOn: unknown) => addOnOf(addOn, name)) : [];
    }),
  );
  return lists.flat();
}

function addOnOf(addOn: unknown, profile: string): readonly ExtensionInProfile[] {
  const id = field(addOn, 'id');
  const location = field(addOn, 'location');
  const isFirefoxsOwn = typeof location === 'string' && /^app-(builtin|system)/.test(location);
  if (typeof id !== 'string' || field(addOn, 'type') !== 'extension' || isFirefoxsOwn) return [];
  const name = field(field(addOn, 'defaultLocale'), 'name');
  const version = field(addOn, 'version');
  return [
    { profile, id, name: typeof name === 'string' ? name : id, version: typeof version === 'string' ? version : '' },
  ];
}
