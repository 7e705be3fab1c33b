import { join, posix } from 'node:path';
import { ok, type Answer } from '../../core/machine/answer';
import type { ExtensionPolicy } from '../../core/machine/reach-shapes';
import { extensionPolicyPlaces, firefoxPolicyFile } from './extension-policy-places';
import { extensionsInPolicy } from './extensions-in-policy';
import { openHomes } from './homes';
import { readManagedPreferences, type ReadPlist } from './managed-preferences';
import { field, fileNames, readJson } from './read-inside';
import type { BrowserFiles } from './read-native-hosts';
import { walkInside } from './walk-inside';

/**
 * Extensions that something outside the profiles gives to browsers: a firm's policies (`forced`) and the files of installers (`offered`).
 * `readPlist` is needed on macOS alone. A file of the system that somebody else may write to counts as that person's word.
 */
export async function readExtensionPolicies(
  files: BrowserFiles & { readonly readPlist?: ReadPlist },
): Promise<Answer<ExtensionPolicy[]>> {
  const { platform, root, homes, readPlist } = files;
  const { policyFolders, offeredFolders, offeredBelowHome } = extensionPolicyPlaces[platform];
  const system = { base: root, prefix: root, ownedBy: files.systemUserId };
  const lists = await Promise.all([
    ...policyFolders.map(({ browser, folder }) => policiesIn(browser, folder, system)),
    ...(platform === 'linux' ? [firefoxPolicies(system)] : []),
    ...offeredFolders.map(({ browser, folder }) => offersIn(browser, folder, system)),
    ...(await openHomes(root, homes)).flatMap((home) =>
      offeredBelowHome.map(({ browser, folder }) =>
        offersIn(browser, folder, { base: home.place, prefix: home.place, shown: home.folder, ownedBy: null }),
      ),
    ),
    ...(readPlist === undefined ? [] : [readManagedPreferences(files, readPlist)]),
  ]);
  return ok(lists.flat());
}

/** Whose files are read: `prefix` stands before the folder for us, `shown` as that computer names it. */
interface Owner {
  readonly base: string;
  readonly prefix: string;
  readonly shown?: string;
  readonly ownedBy: number | null;
}

async function policiesIn(browser: string, folder: string, owner: Owner): Promise<readonly ExtensionPolicy[]> {
  const names = await jsonNames(folder, owner);
  const lists = await Promise.all(
    names.map(async (name) => forced(browser, posix.join(folder, name), owner, (policies) => policies)),
  );
  return lists.flat();
}

const firefoxPolicies = (owner: Owner): Promise<readonly ExtensionPolicy[]> =>
  forced('Firefox', firefoxPolicyFile, owner, (file) => field(file, 'policies'));

async function forced(
  browser: string,
  file: string,
  owner: Owner,
  policiesOf: (content: unknown) => unknown,
): Promise<readonly ExtensionPolicy[]> {
  const content = await readJson(owner.base, join(owner.prefix, file));
  const ids = new Set(extensionsInPolicy(policiesOf(content)).map(({ id }) => id));
  return ids.size === 0 ? [] : told([...ids], 'forced', browser, file, owner);
}

/** The content tells where the extension comes from; the name alone tells which it is. */
async function offersIn(browser: string, folder: string, owner: Owner): Promise<readonly ExtensionPolicy[]> {
  const names = await jsonNames(folder, owner);
  const lists = await Promise.all(
    names.map((name) => told([name.slice(0, -'.json'.length)], 'offered', browser, posix.join(folder, name), owner)),
  );
  return lists.flat();
}

async function told(
  ids: readonly string[],
  kind: ExtensionPolicy['kind'],
  browser: string,
  file: string,
  { base, prefix, shown, ownedBy }: Owner,
): Promise<readonly ExtensionPolicy[]> {
  const walked = ownedBy === null ? null : await walkInside(base, join(prefix, file), ownedBy);
  const scope = walked?.owned === true ? 'system' : 'user';
  return ids.map((id) => ({ browser, id, kind, where: posix.join(shown ?? '/', file), scope }));
}

const jsonNames = async (folder: string, { base, prefix }: Owner): Promise<readonly string[]> =>
  (await fileNames(base, join(prefix, folder))).filter((name) => name.endsWith('.json'));
