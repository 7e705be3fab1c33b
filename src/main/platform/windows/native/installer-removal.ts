import type { Koffi } from './load-koffi';
import type { SystemFolders } from './system-folders';
import { systemLibrary } from './system-library';

/** Removes a product inside this process, for the one case where words must not stand on a command line that everybody can read. */
export interface NativeInstallerRemoval {
  /** Without windows and without a log. Gives Windows Installer's code; `properties` are passed to the package. */
  remove(productCode: string, properties: Readonly<Record<string, string>>): Promise<number>;
}

export function bindInstallerRemoval(koffi: Koffi, folders: SystemFolders): NativeInstallerRemoval {
  const library = systemLibrary(koffi, folders, 'msi.dll');
  return {
    remove: async (productCode, properties) => {
      const msi = library();
      if (msi === null) return serviceMissing;
      const quiet = msi.func('int __stdcall MsiSetInternalUI(int level, void *window)') as (
        level: number,
        window: null,
      ) => number;
      const noLog = msi.func('uint32_t __stdcall MsiEnableLogW(uint32_t mode, str16 file, uint32_t how)') as (
        mode: number,
        file: null,
        how: number,
      ) => number;
      const configure = msi.func(
        'uint32_t __stdcall MsiConfigureProductExW(str16 product, int level, int state, str16 line)',
      ) as Waiting;
      quiet(noWindows, null);
      noLog(0, null, 0);
      const line = Object.entries(properties).map(([name, word]) => `${name}=${quoted(word)}`);
      return new Promise<number>((resolve, reject) => {
        // In a thread of its own: a removal takes minutes, and progress has to be told meanwhile.
        configure.async(productCode, everything, absent, line.join(' '), (error, code) =>
          error ? reject(error) : resolve(code),
        );
      });
    },
  };
}

interface Waiting {
  async(...given: readonly [...unknown[], (error: Error | null, code: number) => void]): void;
}

/** A package reads `NAME="word"`, in which a quotation mark is doubled. */
const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

/** INSTALLUILEVEL_NONE, INSTALLLEVEL_DEFAULT, INSTALLSTATE_ABSENT, ERROR_INSTALL_SERVICE_FAILURE. */
const noWindows = 2;
const everything = 0;
const absent = 2;
const serviceMissing = 1601;
