import { copyFileSync, lstatSync, rmSync } from 'node:fs';
import { win32 } from 'node:path';
import { openKeyReader } from './key-reader';
import type { Koffi } from './load-koffi';
import { bindPrivateFolder } from './private-folder';
import { notRead, read, type Reading } from './reading';
import type { RegistryTree, RegistryView, TreeLimits } from './registry-shapes';
import { readTree } from './registry-tree';
import type { SystemFolders } from './system-folders';

export interface NativeHives {
  /**
   * Reads a key of a hive file that nobody has open. The file itself is never opened as a hive: it is copied, with its logs, to a
   * folder for administrators alone, read there and deleted again. Needs elevation. `shownAs` is what paths in the result begin with.
   *
   * Wine 8 cannot open a hive (its RegLoadAppKeyW gives a handle that leads nowhere): there the reading is `failed`.
   */
  readTree(file: string, path: string, shownAs: string, view: RegistryView, limits: TreeLimits): Reading<RegistryTree>;
}

export function bindHives(koffi: Koffi, folders: SystemFolders): NativeHives {
  const reader = openKeyReader(koffi);
  const makeFolder = bindPrivateFolder(koffi, folders);
  const advapi = koffi.load('advapi32.dll');
  const load = advapi.func(
    'long __stdcall RegLoadAppKeyW(str16 file, void *opened, uint32_t access, uint32_t options, uint32_t reserved)',
  ) as (file: string, opened: Buffer, access: number, options: number, reserved: number) => number;
  const close = advapi.func('long __stdcall RegCloseKey(uintptr_t key)') as (key: bigint) => number;

  return {
    readTree(file, path, shownAs, view, limits) {
      const folder = makeFolder();
      if (folder.status !== 'ok') return folder;
      let reading: Reading<RegistryTree>;
      try {
        const copied = copyHive(file, folder.value);
        reading = copied.status === 'ok' ? readCopy(copied.value, path, shownAs, view, limits) : copied;
      } finally {
        rmSync(folder.value, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
      }
      return reading;
    },
  };

  function readCopy(copy: string, path: string, shownAs: string, view: RegistryView, limits: TreeLimits) {
    const opened = Buffer.alloc(8);
    const code = load(copy, opened, keyRead, 0, 0);
    if (code !== 0) return notRead('RegLoadAppKeyW', code);
    const hive = opened.readBigUInt64LE(0);
    try {
      return reader.withKey(hive, path, view, (key) => read(readTree(reader, key, shownAs, view, limits)));
    } finally {
      close(hive);
    }
  }
}

/** A hive whose owner left in a hurry is whole only together with its logs. */
function copyHive(file: string, folder: string): Reading<string> {
  const copy = win32.join(folder, 'hive');
  try {
    for (const ending of ['', '.LOG1', '.LOG2']) {
      const part = lstatSync(`${file}${ending}`, { throwIfNoEntry: false });
      if (part === undefined && ending === '') return { status: 'absent' };
      if (part === undefined) continue;
      // In a folder of its own a person can put anything in the hive's place.
      if (!part.isFile() || part.size > largestHiveBytes) return notRead('CopyFileW', notUsable);
      copyFileSync(`${file}${ending}`, `${copy}${ending}`);
    }
    return read(copy);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return notRead('CopyFileW', code === 'EACCES' || code === 'EPERM' ? 5 : code === 'EBUSY' ? 32 : notUsable);
  }
}

const keyRead = 0x2_0019;
const largestHiveBytes = 512 * 1024 * 1024;
/** ERROR_FILE_INVALID. */
const notUsable = 1006;
