import { randomBytes } from 'node:crypto';
import { win32 } from 'node:path';
import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';
import type { SystemFolders } from './system-folders';

/**
 * Makes a new, empty folder below Windows' Temp that only administrators and the system may enter or read. A temporary folder of
 * the person would be open to everything the person runs without elevation.
 */
export function bindPrivateFolder(koffi: Koffi, folders: SystemFolders): () => Reading<string> {
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

  return () => {
    if (folders.windows === null) return notRead('GetSystemWindowsDirectoryW', 3);
    const path = win32.join(folders.windows, 'Temp', `offramp-${randomBytes(12).toString('hex')}`);
    const made = Buffer.alloc(8);
    if (convert(onlyAdministrators, 1, made, null) === 0)
      return notRead('ConvertStringSecurityDescriptor', lastError());
    const descriptor = made.readBigUInt64LE(0);
    try {
      // SECURITY_ATTRIBUTES with 64-bit pointers.
      const attributes = Buffer.alloc(24);
      attributes.writeUInt32LE(attributes.length, 0);
      attributes.writeBigUInt64LE(descriptor, 8);
      // Fails when the name is taken: nobody can have the folder waiting for us.
      return create(path, attributes) === 0 ? notRead('CreateDirectoryW', lastError()) : read(path);
    } finally {
      free(descriptor);
    }
  };
}

/** Inherits nothing; full access for the system and administrators, handed on to what is made inside. */
const onlyAdministrators = 'D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)';
