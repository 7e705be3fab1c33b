import type { Koffi } from './load-koffi';

/** Windows' own folders as the system says them. An environment variable could be set by the person who starts us. */
export interface SystemFolders {
  /** For example `C:\Windows`; null when Windows does not say. */
  readonly windows: string | null;
  /** For example `C:\Windows\System32`, the true one: we are a 64-bit program. */
  readonly system: string | null;
}

export function readSystemFolders(koffi: Koffi): SystemFolders {
  const kernel = koffi.load('kernel32.dll');
  const folderBy = (name: string): string | null => {
    const call = kernel.func(`uint32_t __stdcall ${name}(void *into, uint32_t characters)`) as (
      into: Buffer,
      characters: number,
    ) => number;
    const into = Buffer.alloc(longestFolder * 2);
    const length = call(into, longestFolder);
    return length === 0 || length >= longestFolder ? null : into.toString('utf16le', 0, length * 2);
  };
  return { windows: folderBy('GetSystemWindowsDirectoryW'), system: folderBy('GetSystemDirectoryW') };
}

const longestFolder = 1024;
