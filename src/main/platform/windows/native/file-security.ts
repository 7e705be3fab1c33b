import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';
import { parseSecurityDescriptor, type FileSecurity } from './security-descriptor';

export interface NativeFileSecurity {
  /** Who owns a file or folder and what its list allows to whom. Needs no rights beyond reading that. */
  read(path: string): Reading<FileSecurity>;
  /** Whether a drive (`C:\`) is a fixed one of this computer: others can be changed elsewhere. */
  isFixedDrive(root: string): boolean;
}

export function bindFileSecurity(koffi: Koffi): NativeFileSecurity {
  const kernel = koffi.load('kernel32.dll');
  const lastError = kernel.func('uint32_t __stdcall GetLastError()') as () => number;
  const driveType = kernel.func('uint32_t __stdcall GetDriveTypeW(str16 root)') as (root: string) => number;
  const fileSecurity = koffi
    .load('advapi32.dll')
    .func('int __stdcall GetFileSecurityW(str16 path, uint32_t wanted, void *into, uint32_t size, void *needed)') as (
    ...given: readonly unknown[]
  ) => number;

  return {
    isFixedDrive: (root) => driveType(root) === fixedDrive,
    read: (path) => {
      const needed = Buffer.alloc(4);
      let into = Buffer.alloc(1024);
      let succeeded = fileSecurity(path, ownerAndList, into, into.length, needed);
      if (succeeded === 0) {
        const code = lastError();
        const size = needed.readUInt32LE(0);
        if (code !== bufferTooSmall || size > largestDescriptor) return notRead('GetFileSecurityW', code);
        into = Buffer.alloc(size);
        succeeded = fileSecurity(path, ownerAndList, into, into.length, needed);
        if (succeeded === 0) return notRead('GetFileSecurityW', lastError());
      }
      return read(parseSecurityDescriptor(into));
    },
  };
}

/** OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION. */
const ownerAndList = 0x5;
const bufferTooSmall = 122;
/** A list holds at most 64 KiB. */
const largestDescriptor = 256 * 1024;
const fixedDrive = 3;
