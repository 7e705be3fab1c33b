import type { Koffi } from './load-koffi';

/** A registry handle: predefined ones are sign-extended to pointer width, so handles travel as integers. */
export type KeyHandle = bigint;

export const rootHandles = {
  HKCR: 0xffff_ffff_8000_0000n,
  HKCU: 0xffff_ffff_8000_0001n,
  HKLM: 0xffff_ffff_8000_0002n,
  HKU: 0xffff_ffff_8000_0003n,
} as const satisfies Record<string, KeyHandle>;

/** Windows' numbers that registry reading meets. */
export const registryCodes = { done: 0, moreData: 234, noMoreItems: 259, badName: 161 } as const;

/** The calls we make; each gives a Windows error code. Everything written to is a buffer of the caller's. */
export interface RegistryCalls {
  open(parent: KeyHandle, path: string, options: number, access: number, opened: Buffer): number;
  close(key: KeyHandle): number;
  /** Counts, sizes and the time of the last change; pointers that are not wanted are null. */
  inform(
    key: KeyHandle,
    className: null,
    classLength: null,
    reserved: null,
    subkeyCount: Buffer,
    longestSubkey: null,
    longestClass: null,
    valueCount: Buffer,
    longestName: null,
    largestData: null,
    security: null,
    lastWrite: Buffer,
  ): number;
  nameSubkey(
    key: KeyHandle,
    index: number,
    name: Buffer,
    nameLength: Buffer,
    reserved: null,
    className: null,
    classLength: null,
    lastWrite: null,
  ): number;
  nextValue(
    key: KeyHandle,
    index: number,
    name: Buffer,
    nameLength: Buffer,
    reserved: null,
    type: Buffer,
    data: Buffer | null,
    dataSize: Buffer,
  ): number;
  namedValue(key: KeyHandle, name: string, reserved: null, type: Buffer, data: Buffer | null, dataSize: Buffer): number;
}

/** Binds advapi32's registry functions. Out-parameters are `void *`: koffi hands buffers over without copying. */
export function bindRegistryCalls(koffi: Koffi): RegistryCalls {
  const library = koffi.load('advapi32.dll');
  const bind = (definition: string) => library.func(definition) as never;
  return {
    open: bind('long __stdcall RegOpenKeyExW(uintptr_t key, str16 path, uint32_t o, uint32_t access, void *opened)'),
    close: bind('long __stdcall RegCloseKey(uintptr_t key)'),
    inform: bind(
      'long __stdcall RegQueryInfoKeyW(uintptr_t key, void *cls, void *clsLen, void *res, void *subkeys, void *maxSubkey,' +
        ' void *maxCls, void *values, void *maxName, void *maxData, void *sd, void *written)',
    ),
    nameSubkey: bind(
      'long __stdcall RegEnumKeyExW(uintptr_t key, uint32_t i, void *name, void *len, void *res, void *cls, void *clsLen, void *written)',
    ),
    nextValue: bind(
      'long __stdcall RegEnumValueW(uintptr_t key, uint32_t i, void *name, void *len, void *res, void *type, void *data, void *size)',
    ),
    namedValue: bind(
      'long __stdcall RegQueryValueExW(uintptr_t key, str16 name, void *res, void *type, void *data, void *size)',
    ),
  };
}
