import { isSea } from 'node:sea';
import type { CannotAct } from '../../../core/machine/machine';
import type { MakeProtectedFolder } from '../native/protected-folder';
import type { WindowsNative } from '../native/open-native';
import { isOwnedBySystem } from '../path-ownership';
import { textOf } from '../registry-data';
import { isInside } from './is-inside';

/** The files whose code runs in this process: the program, and the script it was given when it is Node. */
export function filesWeRunFrom(): readonly string[] {
  const script = process.argv[1];
  const isProgram = isSea() || 'electron' in process.versions;
  return [process.execPath, ...(isProgram || script === undefined ? [] : [script])];
}

/**
 * Why this copy of the program may not act; null when it may. As administrator only code runs that nobody else can have changed:
 * all of it lies in Program Files, and the rights on every folder above it say so too.
 */
export function whyNotHere(native: WindowsNative, files: readonly string[]): CannotAct | null {
  const places = programFolders(native);
  const isKept = (file: string): boolean => {
    try {
      return places.some((place) => isInside(file, place)) && isOwnedBySystem(native.files, file);
    } catch {
      return false;
    }
  };
  return files.length > 0 && files.every(isKept) ? null : 'not-installed-here';
}

/**
 * Makes sure of the folder for our records, in which an administrator's process is about to write: one that somebody else made
 * first, or that leads elsewhere, is refused. False on any doubt.
 */
export function isStateFolderSafe(native: WindowsNative, make: MakeProtectedFolder, folder: string): boolean {
  if (make(folder).status !== 'ok') return false;
  try {
    return isOwnedBySystem(native.files, folder);
  } catch {
    return false;
  }
}

/** As Windows' own settings name them. The environment could be set by whoever starts us. */
function programFolders({ registry }: WindowsNative): readonly string[] {
  const key = registry.readKey('HKLM', 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion', 64);
  if (key.status !== 'ok') return [];
  const named = ['ProgramFilesDir', 'ProgramFilesDir (x86)'].map((name) => textOf(key.value.values, name));
  return named.filter((folder): folder is string => folder !== null && /^[A-Za-z]:\\./.test(folder));
}
