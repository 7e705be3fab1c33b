import { join } from 'node:path';
import type { BrowserExtension } from '../../core/machine/shapes';
import { folderNames } from './folder-names';
import { field, readJson } from './read-json';

/** Installed extensions of every profile below a Chromium-like browser's folder: `<profile>/Extensions/<id>/<version>_<n>/manifest.json`. */
export async function chromiumExtensions(place: string): Promise<readonly Omit<BrowserExtension, 'browser'>[]> {
  const names = await folderNames(place);
  // Opera has no folder per profile in older versions: its own folder is then the profile.
  const profiles = names.includes('Extensions') ? [...names, '.'] : names;
  const lists = await Promise.all(
    profiles.map(async (profile) => {
      const folder = join(place, profile, 'Extensions');
      const ids = (await folderNames(folder)).filter((name) => /^[a-p]{32}$/.test(name));
      return Promise.all(
        ids.map(async (id) => ({
          profile: profile === '.' ? 'Default' : profile,
          id,
          ...(await describe(join(folder, id), id)),
        })),
      );
    }),
  );
  return lists.flat();
}

/** The name and version of the newest copy. An extension whose manifest cannot be read is still there, under its id. */
async function describe(folder: string, id: string): Promise<{ readonly name: string; readonly version: string }> {
  const versions = [...(await folderNames(folder))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const newest = versions.at(-1);
  if (newest === undefined) return { name: id, version: '' };
  const manifest = await readJson(join(folder, newest, 'manifest.json'));
  const name = field(manifest, 'name');
  const version = field(manifest, 'version');
  return {
    name: typeof name === 'string' ? ((await inWords(name, manifest, join(folder, newest))) ?? id) : id,
    version: typeof version === 'string' ? version : newest.replace(/_\d+$/, ''),
  };
}

/** `__MSG_key__` stands for a text in the extension's default language; keys are compared without case. */
async function inWords(name: string, manifest: unknown, folder: string): Promise<string | null> {
  const key = /^__MSG_(.+)__$/.exec(name)?.[1]?.toLowerCase();
  if (key === undefined) return name;
  const locale = field(manifest, 'default_locale');
  if (typeof locale !== 'string' || !/^[A-Za-z0-9_-]+$/.test(locale)) return null;
  const messages = await readJson(join(folder, '_locales', locale, 'messages.json'));
  if (typeof messages !== 'object' || messages === null) return null;
  const entry: unknown = Object.entries(messages).find(([candidate]) => candidate.toLowerCase() === key)?.[1];
  const message = field(entry, 'message');
  return typeof message === 'string' ? message : null;
}
