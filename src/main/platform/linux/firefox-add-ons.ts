import { join } from 'node:path';
import type { BrowserExtension } from '../../core/machine/shapes';
import { folderNames } from './folder-names';
import { field, readJson } from './read-json';

/** Add-ons of every Firefox profile below a folder, from `extensions.json`. What Firefox itself brings, themes and languages are left out. */
export async function firefoxAddOns(place: string): Promise<readonly Omit<BrowserExtension, 'browser'>[]> {
  const lists = await Promise.all(
    (await folderNames(place)).map(async (profile) => {
      const addOns = field(await readJson(join(place, profile, 'extensions.json')), 'addons');
      return Array.isArray(addOns) ? addOns.flatMap((addOn: unknown) => addOnOf(addOn, profile)) : [];
    }),
  );
  return lists.flat();
}

function addOnOf(addOn: unknown, profile: string): readonly Omit<BrowserExtension, 'browser'>[] {
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
