import { win32 } from 'node:path';
import type { Koffi } from './load-koffi';
import type { SystemFolders } from './system-folders';

type Library = ReturnType<Koffi['load']>;

/**
 * A library of Windows that not every Windows has, loaded when first needed; null where it is missing. By its full path: only a few
 * libraries are safe by name, for all others Windows looks first beside our own program.
 */
export function systemLibrary(koffi: Koffi, folders: SystemFolders, name: string): () => Library | null {
  let loaded: Library | null | undefined;
  return () => {
    if (loaded === undefined) loaded = load(koffi, folders, name);
    return loaded;
  };
}

function load(koffi: Koffi, { system }: SystemFolders, name: string): Library | null {
  if (system === null) return null;
  try {
    return koffi.load(win32.join(system, name));
  } catch {
    return null;
  }
}
