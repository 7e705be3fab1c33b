import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';

/** Writes single texts below `HKLM`, in the 64-bit view. Needs elevation. */
export interface NativeRegistryWriting {
  /** Makes the key where it is missing and sets one text. */
  setText(path: string, name: string, text: string): Reading<true>;
  /** Takes one value away; `absent` when it was not there. */
  removeValue(path: string, name: string): Reading<true>;
}

export function bindRegistryWriting(koffi: Koffi): NativeRegistryWriting {
  const advapi = koffi.load('advapi32.dll');
  const bind = (definition: string) => advapi.func(definition) as (...given: readonly unknown[]) => number;
  const create = bind(
    'long __stdcall RegCreateKeyExW(uintptr_t root, str16 path, uint32_t reserved, void *class, uint32_t options, uint32_t access,' +
      ' void *security, void *made, void *how)',
  );
  const open = bind(
    'long __stdcall RegOpenKeyExW(uintptr_t root, str16 path, uint32_t options, uint32_t access, void *opened)',
  );
  const set = bind(
    'long __stdcall RegSetValueExW(uintptr_t key, str16 name, uint32_t reserved, uint32_t type, void *data, uint32_t bytes)',
  );
  const remove = bind('long __stdcall RegDeleteValueW(uintptr_t key, str16 name)');
  const flush = bind('long __stdcall RegFlushKey(uintptr_t key)');
  const close = bind('long __stdcall RegCloseKey(uintptr_t key)');

  return {
    setText: (path, name, text) => {
      const made = Buffer.alloc(8);
      const code = create(localMachine, path, 0, null, 0, writing, null, made, null);
      if (code !== 0) return notRead('RegCreateKeyExW', code);
      const data = Buffer.from(`${text}\0`, 'utf16le');
      return withKey(made, 'RegSetValueExW', (key) => set(key, name, 0, plainText, data, data.length));
    },
    removeValue: (path, name) => {
      const opened = Buffer.alloc(8);
      const code = open(localMachine, path, 0, writing, opened);
      if (code !== 0) return notRead('RegOpenKeyExW', code);
      return withKey(opened, 'RegDeleteValueW', (key) => remove(key, name));
    },
  };

  function withKey(handle: Buffer, call: string, work: (key: bigint) => number): Reading<true> {
    const key = handle.readBigUInt64LE(0);
    try {
      const code = work(key);
      // What is for the next start must be on the disk before there is one.
      if (code === 0) flush(key);
      return code === 0 ? read(true) : notRead(call, code);
    } finally {
      close(key);
    }
  }
}

const localMachine = 0xffff_ffff_8000_0002n;
/** KEY_SET_VALUE | KEY_QUERY_VALUE | KEY_WOW64_64KEY. */
const writing = 0x2 | 0x1 | 0x100;
const plainText = 1;
