import type { WindowsNative } from '../native/open-native';
import { textOf } from '../registry-data';

/** An entry of the list of installed programs: the computer's own, never a person's. */
export interface ListedProgram {
  readonly name: string | null;
  readonly publisher: string | null;
  readonly uninstallString: string | null;
}

/** The entry of this name in one of the views, null when there is none, `unknown` when it may not be read. */
export function listedProgram(
  { registry }: WindowsNative,
  entry: string,
  views: readonly (32 | 64)[],
): ListedProgram | null | 'unknown' {
  let unread = false;
  for (const view of views) {
    const key = registry.readKey('HKLM', `${uninstall}\\${entry}`, view);
    if (key.status === 'ok') {
      const { values } = key.value;
      return {
        name: textOf(values, 'DisplayName'),
        publisher: textOf(values, 'Publisher'),
        uninstallString: textOf(values, 'UninstallString'),
      };
    }
    unread ||= key.status !== 'absent';
  }
  return unread ? 'unknown' : null;
}

const uninstall = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
