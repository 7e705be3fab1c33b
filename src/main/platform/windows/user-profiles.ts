import { win32 } from 'node:path';
import { expandVariables } from './expand-variables';
import type { NoReading, Reading } from './native/reading';
import type { NativeRegistry } from './native/registry';
import { nameOfKey, textOf } from './registry-data';

export interface ProfileEntry {
  readonly sid: string;
  readonly folder: string;
  /** The hive is open under HKU. */
  readonly isLoaded: boolean;
}

/** People's profiles on this computer. Windows' own accounts, and copies of broken profiles (`.bak`), are none. */
export function userProfiles(registry: NativeRegistry): Reading<readonly ProfileEntry[]> {
  const list = registry.readTree('HKLM', profileList, 64, { depth: 1, maxKeys: 10_000, only: ['ProfileImagePath'] });
  if (list.status !== 'ok') return list;
  const hives = registry.readTree('HKU', '', 64, { depth: 0, maxKeys: 1 });
  if (hives.status !== 'ok') return hives satisfies NoReading;
  const loaded = new Set(hives.value.keys[0]?.subkeys.map((name) => name.toUpperCase()));
  return {
    status: 'ok',
    value: list.value.keys.flatMap(({ path, values }) => {
      const sid = nameOfKey(path).toUpperCase();
      const folder = expandVariables(textOf(values, 'ProfileImagePath') ?? '', process.env);
      return isPerson(sid) && /^[A-Za-z]:\\./.test(folder)
        ? [{ sid, folder: win32.normalize(folder), isLoaded: loaded.has(sid) }]
        : [];
    }),
  };
}

/** Accounts of this computer or a domain, and of Entra ID. */
export const isPerson = (sid: string): boolean => /^S-1-(5-21|12-1)(-\d{1,10}){4}$/.test(sid);

const profileList = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList';
