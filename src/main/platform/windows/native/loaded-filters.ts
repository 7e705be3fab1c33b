import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';
import type { SystemFolders } from './system-folders';
import { systemLibrary } from './system-library';

export interface NativeFilters {
  /** Names of the file-system filters that are loaded now. Administrators only. */
  loaded(): Reading<readonly string[]>;
}

export function bindFilters(koffi: Koffi, folders: SystemFolders): NativeFilters {
  const library = systemLibrary(koffi, folders, 'fltlib.dll');
  return {
    loaded: () => {
      const manager = library();
      if (manager === null) return { status: 'absent' };
      try {
        const bind = (definition: string) => manager.func(definition) as (...given: readonly unknown[]) => number;
        return namesBy(
          bind('int32_t __stdcall FilterFindFirst(int form, void *into, uint32_t size, void *returned, void *handle)'),
          bind(
            'int32_t __stdcall FilterFindNext(uintptr_t handle, int form, void *into, uint32_t size, void *returned)',
          ),
          bind('int32_t __stdcall FilterFindClose(uintptr_t handle)'),
        );
      } catch {
        // A library without these functions, as Wine's is.
        return { status: 'absent' };
      }
    },
  };
}

type Call = (...given: readonly unknown[]) => number;

function namesBy(first: Call, next: Call, close: Call): Reading<readonly string[]> {
  const [into, returned, handle] = [Buffer.alloc(4096), Buffer.alloc(4), Buffer.alloc(8)];
  const names: string[] = [];
  let code = first(fullInformation, into, into.length, returned, handle) >>> 0;
  // Windows itself always has some, so none at all is no answer; Wine gives it.
  if (code === noMoreItems) return { status: 'absent' };
  if (code !== 0) return notRead('FilterFindFirst', code & 0xffff);
  try {
    for (; code === 0 && names.length < mostFilters;) {
      const name = nameIn(into);
      if (name !== null) names.push(name);
      code = next(handle.readBigUInt64LE(0), fullInformation, into, into.length, returned) >>> 0;
    }
    return code === noMoreItems ? read(names) : notRead('FilterFindNext', code & 0xffff);
  } finally {
    close(handle.readBigUInt64LE(0));
  }
}

/** FILTER_FULL_INFORMATION: the name's length in bytes at 12, the name at 14. */
export function nameIn(bytes: Buffer): string | null {
  const length = bytes.readUInt16LE(12);
  return length === 0 || 14 + length > bytes.length ? null : bytes.toString('utf16le', 14, 14 + length);
}

const fullInformation = 0;
/** ERROR_NO_MORE_ITEMS as an HRESULT. */
const noMoreItems = 0x8007_0103;
const mostFilters = 1_000;
