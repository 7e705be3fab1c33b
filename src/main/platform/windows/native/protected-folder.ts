import { bindFolderWithRights } from './folder-with-rights';
import type { Koffi } from './load-koffi';
import { read, type Reading } from './reading';

/**
 * Makes a folder that only administrators and the system may change and everybody may read. One that is there already stays as it is, and
 * counts as made: whoever calls looks at it.
 */
export type MakeProtectedFolder = (path: string) => Reading<true>;

export function bindProtectedFolder(koffi: Koffi): MakeProtectedFolder {
  const make = bindFolderWithRights(koffi);
  return (path) => {
    const made = make(path, administratorsWrite);
    return made.status === 'ok' ? read(true) : made;
  };
}

/** Owned by the administrators, inherits nothing; full access for them and the system, reading for users. */
const administratorsWrite = 'O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)';
