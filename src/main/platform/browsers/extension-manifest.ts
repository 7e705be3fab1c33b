import { join } from 'node:path';
import { field, readJson } from './read-inside';

/** The name and version in a Chromium extension's own folder; null where there is no manifest that can be read. */
export async function extensionManifest(
  base: string,
  folder: string,
): Promise<{ readonly name: string | null; readonly version: string | null } | null> {
  const manifest = await readJson(base, join(folder, 'manifest.json'));
  if (typeof manifest !== 'object' || manifest === null) return null;
  const name = field(manifest, 'name');
  const version = field(manifest, 'version');
  return {
    name: typeof name === 'string' ? await inWords(name, manifest, base, folder) : null,
    version: typeof version === 'string' ? version : null,
  };
}

/** `__MSG_key__` stands for a text in the extension's default language; keys are compared without case. */
async function inWords(name: string, manifest: object, base: string, folder: string): Promise<string | null> {
  const key = /^__MSG_(.+)__$/.exec(name)?.[1]?.toLowerCase();
  if (key === undefined) return name;
  const locale = field(manifest, 'default_locale');
  if (typeof locale !== 'string' || !/^[A-Za-z0-9_-]+$/.test(locale)) return null;
  const messages = await readJson(base, join(folder, '_locales', locale, 'messages.json'));
  if (typeof messages !== 'object' || messages === null) return null;
  const entry: unknown = Object.entries(messages).find(([candidate]) => candidate.toLowerCase() === key)?.[1];
  const message = field(entry, 'message');
  return typeof message === 'string' ? message : null;
}
