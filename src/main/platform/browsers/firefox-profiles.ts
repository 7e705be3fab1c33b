import { basename, dirname, isAbsolute, join } from 'node:path';
import type { OpenHome } from './homes';
import { placeInHome } from './place-in-home';
import { folderNames, readBytes } from './read-inside';

export interface FirefoxProfile {
  /** The folder's name, for example `a1b2c3.default-release`. */
  readonly name: string;
  readonly folder: string;
}

/**
 * Firefox's profiles: the folders in their usual place, and those that `profiles.ini` names elsewhere in the home. The file lies beside
 * the profiles, or beside their folder when that is called `Profiles` (C-OSQ, seen 2026-11-23).
 */
export async function firefoxProfiles(home: OpenHome, place: string): Promise<readonly FirefoxProfile[]> {
  const usual = (await folderNames(home.place, place)).map((name) => join(place, name));
  const iniFolder = basename(place) === 'Profiles' ? dirname(place) : place;
  const ini = await readBytes(home.place, join(iniFolder, 'profiles.ini'), 1024 * 1024);
  const named = ini === null ? [] : pathsIn(ini.toString('utf8'), iniFolder, home);
  return [...new Set([...usual, ...named])].map((folder) => ({ name: basename(folder), folder }));
}

/** `IsRelative` is not asked: a relative path is one that is not absolute. */
const pathsIn = (ini: string, folder: string, home: OpenHome): readonly string[] =>
  [...ini.matchAll(/^Path=(.+?)\r?$/gm)]
    .map(([, path = '']) => (isAbsolute(path) ? placeInHome(home, path) : placeInHome(home, join(folder, path))))
    .filter((path) => path !== null)
    .slice(0, mostProfiles);

const mostProfiles = 500;
