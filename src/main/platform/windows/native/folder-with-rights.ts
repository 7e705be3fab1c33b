import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';

/** What became of a folder that was to be made: `there` when the name was taken already. */
export type MadeFolder = Reading<'made' | 'there'>;

/**
 * Makes a folder with its list of rights, never without it first.
 * @param rights in the security descriptor language of Windows (SDDL)
 */
export function bindFolderWithRights(koffi: Koffi): (path: string, rights: string) => MadeFolder {
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

  return (path, rights) => {
    const made = Buffer.alloc(8);
    if (convert(rights, 1, made, null) === 0) return notRead('ConvertStringSecurityDescriptor', lastError());
    const descriptor = made.readBigUInt64LE(0);
    try {
      // SECURITY_ATTRIBUTES with 64-bit pointers.
      const attributes = Buffer.alloc(24);
      attributes.writeUInt32LE(attributes.length, 0);
      attributes.writeBigUInt64LE(descriptor, 8);
      if (create(path, attributes) !== 0) return read('made');
      const code = lastError();
      return code === alreadyThere ? read('there') : notRead('CreateDirectoryW', code);
    } finally {
      free(descriptor);
    }
  };
}

const alreadyThere = 183;
