import { join, posix } from 'node:path';
import type { Certificate, Platform } from '../../core/machine/shapes';
import { browserPlaces } from './browser-places';
import { firefoxProfiles } from './firefox-profiles';
import { openHomes, type OpenHome } from './homes';
import { nssCertificates } from './nss-certificates';
import type { BrowsersOf } from './read-browser-extensions';
import { readBytes } from './read-inside';

/**
 * Certificates in the stores that browsers keep for themselves in every home we may read: Firefox's in each profile (`Firefox ana/x.default`),
 * and on Linux NSS' own (`NSS /home/ana/.pki/nssdb`), which Chromium uses there. Their owner may write to all of them. Nothing is
 * opened for writing, and a browser that is running is not disturbed.
 */
export async function readNssStores({ platform, root, homes }: BrowsersOf): Promise<readonly Certificate[]> {
  const stores = await Promise.all(
    (await openHomes(root, homes)).flatMap((home) => [firefoxStores(home, platform), sharedStores(home, platform)]),
  );
  return stores.flat();
}

async function firefoxStores(home: OpenHome, platform: Platform): Promise<readonly Certificate[]> {
  const places = browserPlaces[platform].filter(({ kind }) => kind === 'firefox');
  const stores = await Promise.all(
    places.map(async ({ folder }) => {
      const profiles = await firefoxProfiles(home, join(home.place, folder));
      return Promise.all(
        profiles.map((profile) => authoritiesIn(home, profile.folder, `Firefox ${home.name}/${profile.name}`)),
      );
    }),
  );
  return stores.flat(2);
}

async function sharedStores(home: OpenHome, platform: Platform): Promise<readonly Certificate[]> {
  if (platform !== 'linux') return [];
  const stores = sharedFolders.map((folder) =>
    authoritiesIn(home, join(home.place, folder), `NSS ${posix.join(home.folder, folder)}`),
  );
  return (await Promise.all(stores)).flat();
}

/** Section 4 of the facts on Linux (seen 2026-11-23): Chromium goes to the second since M146 where there is no first. */
const sharedFolders = ['.pki/nssdb', '.local/share/pki/nssdb'];

async function authoritiesIn(home: OpenHome, folder: string, store: string): Promise<readonly Certificate[]> {
  const database = await readBytes(home.place, join(folder, 'cert9.db'), largestDatabaseBytes);
  return database === null ? [] : nssCertificates(database, store);
}

/** A database with a handful of certificates has some 200 KiB. */
const largestDatabaseBytes = 32 * 1024 * 1024;
