import { randomBytes } from 'node:crypto';
import { win32 } from 'node:path';
import { bindFolderWithRights } from './folder-with-rights';
import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';
import type { SystemFolders } from './system-folders';

/**
 * Makes a new, empty folder below Windows' Temp that only administrators and the system may enter or read. A temporary folder of
 * the person would be open to everything the person runs without elevation.
 */
export function bindPrivateFolder(koffi: Koffi, folders: SystemFolders): () => Reading<string> {
  const make = bindFolderWithRights(koffi);
  return () => {
    if (folders.windows === null) return notRead('GetSystemWindowsDirectoryW', 3);
    const path = win32.join(folders.windows, 'Temp', `offramp-${randomBytes(12).toString('hex')}`);
    const made = make(path, onlyAdministrators);
    if (made.status !== 'ok') return made;
    // Fails when the name is taken: nobody can have the folder waiting for us.
    return made.value === 'there' ? notRead('CreateDirectoryW', alreadyThere) : read(path);
  };
}

/** Inherits nothing; full access for the system and administrators, handed on to what is made inside. */
const onlyAdministrators = 'D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)';
const alreadyThere = 183;
