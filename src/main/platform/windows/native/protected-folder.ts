import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';

/**
 * Makes a folder that only administrators and the system may change and everybody may read. It is made with its list of rights,
 * never without it first. One that is there already stays as it is, and counts as made: whoever calls looks at it.
 */
export type MakeProtectedFolder = (path: string) => Reading<true>;

export function bindProtectedFolder(koffi: Koffi): MakeProtectedFolder {
  const kernel = koffi.load('kernel32.dll');
  const lastError = kernel.func('uint32_t __stdcall GetLastError()') as () => number;
  const free = kernel.func('uintptr_t __stdcall LocalFree(uintptr_t memory)') as (memory: bigint) => unknown;
  const create = kernel.func('int __stdcall CreateDirectoryW(str16 path, void *attributes)') as (
    path: string,
    attributes: Buffer,
  ) => number;
  const convert = koffi
    .load('advapi32.dll')
    .func(
      'int __stdcall ConvertStringSecurityDescriptorToSecurityDescriptorW(str16 text, uint32_t revision, void *made, void *size)',
    ) as (text: string, revision: number, made: Buffer, size: null) => number;

  return (path) => {
    const made = Buffer.alloc(8);
    if (convert(administratorsWrite, 1, made, null) === 0)
      return notRead('ConvertStringSecurityDescriptor', lastError());
    const descriptor = made.readBigUInt64LE(0);
    try {
      // SECURITY_ATTRIBUTES with 64-bit pointers.
      const attributes = Buffer.alloc(24);
      attributes.writeUInt32LE(attributes.length, 0);
      attributes.writeBigUInt64LE(descriptor, 8);
      if (create(path, attributes) !== 0) return read(true);
      const code = lastError();
      return code === alreadyThere ? read(true) : notRead('CreateDirectoryW', code);
    } finally {
      free(descriptor);
    }
  };
}

/** Owned by the administrators, inherits nothing; full access for them and the system, reading for users. */
const administratorsWrite = 'O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)';
const alreadyThere = 183;
