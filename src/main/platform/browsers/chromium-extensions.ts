import { join } from 'node:path';
import { extensionManifest } from './extension-manifest';
import { extensionsElsewhere } from './extensions-elsewhere';
import type { ExtensionInProfile } from './extension-in-profile';
import type { OpenHome } from './homes';
import { extensionId } from './extension-id';
import { folderNames } from './read-inside';

/**
 * Installed extensions of every profile in a Chromium-like browser's folder: `<profile>/Extensions/<id>/<version>_<n>/manifest.json`, and
 * those that the profile's settings name elsewhere (section 3.2 of the facts, C-OSQ, seen 2026-11-23).
 */
export async function chromiumExtensions(home: OpenHome, place: string): Promise<readonly ExtensionInProfile[]> {
  const names = await folderNames(home.place, place);
  // Opera has no folder per profile in older versions: its own folder is then the profile.
  const profiles = names.includes('Extensions') ? [...names, '.'] : names;
  const found: ExtensionInProfile[] = [];
  for (const profile of profiles) {
    const folder = join(place, profile);
    const label = profile === '.' ? 'Default' : profile;
    const inside = await insideProfile(home, folder, label);
    const known = new Set(inside.map(({ id }) => id));
    const elsewhere = await extensionsElsewhere(home, folder, label);
    found.push(...inside, ...elsewhere.filter(({ id }) => !known.has(id)));
  }
  return found;
}

async function insideProfile(
  { place: base }: OpenHome,
  profileFolder: string,
  profile: string,
): Promise<readonly ExtensionInProfile[]> {
  const folder = join(profileFolder, 'Extensions');
  const ids = (await folderNames(base, folder)).filter((name) => extensionId.test(name));
  return Promise.all(ids.map(async (id) => ({ profile, id, ...(await describe(base, join(folder, id), id)) })));
}

/** The name and version of the newest copy. An extension whose manifest cannot be read is still there, under its id. */
async function describe(
  base: string,
  folder: string,
  id: string,
): Promise<Pick<ExtensionInProfile, 'name' | 'version'>> {
  const versions = [...(await folderNames(base, folder))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const newest = versions.at(-1);
  if (newest === undefined) return { name: id, version: '' };
  const manifest = await extensionManifest(base, join(folder, newest));
  return { name: manifest?.name ?? id, version: manifest?.version ?? newest.replace(/_\d+$/, '') };
}
