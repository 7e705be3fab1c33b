import { ok, type Answer } from '../../core/machine/answer';
import type { AppBundle } from '../../core/machine/software-shapes';
import { errorCode } from './answer-for-error';
import { findBundles } from './find-bundles';
import { inBatches } from './in-batches';
import type { MacTools } from './mac-tools';
import { peopleOf } from './people';
import { textIn } from './plist/fields';
import { readPlist } from './plist/read-plist';
import { walkPath } from './walk-path';

/**
 * Applications where they are usually installed, and everything that the vendor keeps in its own folder (C-COLLECT, seen 2026-11-23). One
 * without a readable Info.plist has no identity and is left out.
 */
export async function readAppBundles(tools: MacTools): Promise<Answer<AppBundle[]>> {
  const people = await peopleOf(tools);
  const homes = people.status === 'ok' ? people.value : [];
  const [shared, ...others] = await Promise.all([
    findBundles(tools, '/Applications', 2, /\.app$/i),
    findBundles(tools, '/Library/Application Support/Kaspersky Lab', 5, /\.(app|bundle|kext|systemextension)$/i),
    ...homes.map(({ folder }) => findBundles(tools, `${folder}/Applications`, 1, /\.app$/i)),
  ]);
  if (shared.status !== 'ok') return shared;
  const paths = [shared, ...others].flatMap((found) => (found.status === 'ok' ? found.value : []));
  return ok((await inBatches(paths, (path) => bundleAt(tools, path))).flat());
}

async function bundleAt(tools: MacTools, path: string): Promise<readonly AppBundle[]> {
  const info = `${path}/Contents/Info.plist`;
  const plist = await readPlist(tools, info);
  const id = plist.status === 'ok' ? textIn(plist.value, 'CFBundleIdentifier') : null;
  if (plist.status !== 'ok' || id === null) return [];
  const text = (...names: readonly string[]): string | null =>
    names.map((name) => textIn(plist.value, name)).find((value) => value !== null) ?? null;
  return [
    {
      path,
      id,
      name: text('CFBundleDisplayName', 'CFBundleName') ?? nameOf(path),
      version: text('CFBundleShortVersionString', 'CFBundleVersion') ?? '',
      ownedBySystem: await isSystems(tools, info),
    },
  ];
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');

/** Asked of the file that says who the bundle is. An app that a person dragged into place is that person's to change. */
async function isSystems(tools: MacTools, path: string): Promise<boolean> {
  try {
    return (await walkPath(tools, path, 'follow-last')).ownedBySystem;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return false;
  }
}
