import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';

export type ProcessorType = 'x64' | 'arm64' | 'x86' | 'unknown';

export interface WindowsRelease {
  readonly major: number;
  readonly minor: number;
  readonly build: number;
  readonly productType: 'workstation' | 'domain-controller' | 'server' | 'unknown';
}

export interface VersionCalls {
  /** The true version: RtlGetVersion does not lie to programs without a manifest, as GetVersionEx does. */
  release(): Reading<WindowsRelease>;
  processor(): ProcessorType;
}

export function bindVersion(koffi: Koffi): VersionCalls {
  const getVersion = koffi.load('ntdll.dll').func('long __stdcall RtlGetVersion(void *version)') as (
    version: Buffer,
  ) => number;
  // The handle of the current process is the number -1.
  const machineOf = koffi
    .load('kernel32.dll')
    .func('int __stdcall IsWow64Process2(intptr_t process, void *emulated, void *native)') as (
    process: number,
    emulated: Buffer,
    native: Buffer,
  ) => number;

  return {
    release: () => {
      const version = Buffer.alloc(versionBytes);
      version.writeUInt32LE(versionBytes, 0);
      const code = getVersion(version);
      return code === 0 ? read(releaseIn(version)) : notRead('RtlGetVersion', code);
    },
    processor: () => {
      const native = Buffer.alloc(2);
      if (machineOf(-1, Buffer.alloc(2), native) === 0) return 'unknown';
      return processors.get(native.readUInt16LE(0)) ?? 'unknown';
    },
  };
}

/** Size of OSVERSIONINFOEXW. */
const versionBytes = 284;

function releaseIn(version: Buffer): WindowsRelease {
  return {
    major: version.readUInt32LE(4),
    minor: version.readUInt32LE(8),
    build: version.readUInt32LE(12),
    productType: productTypes[version.readUInt8(282)] ?? 'unknown',
  };
}

const productTypes = ['unknown', 'workstation', 'domain-controller', 'server'] as const;

/** IMAGE_FILE_MACHINE_* numbers. */
const processors: ReadonlyMap<number, ProcessorType> = new Map([
  [0x8664, 'x64'],
  [0xaa64, 'arm64'],
  [0x014c, 'x86'],
]);
