import { isAbsolute, join } from 'node:path';
import { extensionId } from './extension-id';
import { extensionManifest } from './extension-manifest';
import type { ExtensionInProfile } from './extension-in-profile';
import type { OpenHome } from './homes';
import { placeInHome } from './place-in-home';
import { field, readJson } from './read-inside';

/**
 * Extensions that a profile's settings name outside its own `Extensions` folder, mostly ones loaded unpacked. One that lies in the home
 * counts only while its manifest is there; about one elsewhere only the settings are asked, because a profile is its owner's to write.
 */
export async function extensionsElsewhere(
  home: OpenHome,
  profileFolder: string,
  profile: string,
): Promise<readonly ExtensionInProfile[]> {
  const found = new Map<string, ExtensionInProfile>();
  for (const file of ['Preferences', 'Secure Preferences']) {
    const settings = field(field(await readJson(home.place, join(profileFolder, file)), 'extensions'), 'settings');
    if (typeof settings !== 'object' || settings === null) continue;
    for (const [id, entry] of Object.entries(settings).slice(0, mostSettings)) {
      const path = field(entry, 'path');
      if (!extensionId.test(id) || typeof path !== 'string' || !isAbsolute(path) || isBrowsersOwn(entry)) continue;
      const described = await describe(home, path, entry);
      if (described === null) continue;
      found.set(id, { profile, id, name: described.name ?? id, version: described.version ?? '' });
    }
  }
  return [...found.values()];
}

type Described = { readonly name: string | null; readonly version: string | null } | null;

async function describe(home: OpenHome, path: string, entry: unknown): Promise<Described> {
  const place = placeInHome(home, path);
  if (place !== null) return extensionManifest(home.place, place);
  const manifest = field(entry, 'manifest');
  const name = field(manifest, 'name');
  const version = field(manifest, 'version');
  return {
    name: typeof name === 'string' && !name.startsWith('__MSG_') ? name : null,
    version: typeof version === 'string' ? version : null,
  };
}

/** Chromium's own numbers: 5 and 10 are parts of the browser. */
const isBrowsersOwn = (entry: unknown): boolean => [5, 10].includes(Number(field(entry, 'location')));

const mostSettings = 5_000;
