import type { Koffi } from './load-koffi';

/** What this session and this computer are like right now. Null is "Windows does not say". */
export interface NativeSurroundings {
  /** Somebody looks at this session from elsewhere. */
  isRemoteSession(): boolean;
  isSafeMode(): boolean;
  power(): Power | null;
  /** Whether a named mutex exists. It is opened and closed again, never waited for and never taken. */
  mutexExists(name: string): boolean | null;
}

export interface Power {
  readonly onBattery: boolean | null;
  readonly percent: number | null;
}

export function bindSurroundings(koffi: Koffi): NativeSurroundings {
  const metric = koffi.load('user32.dll').func('int __stdcall GetSystemMetrics(int index)') as (
    index: number,
  ) => number;
  const kernel = koffi.load('kernel32.dll');
  const bind = (definition: string) => kernel.func(definition) as (...given: readonly unknown[]) => number | bigint;
  const powerStatus = bind('int __stdcall GetSystemPowerStatus(void *status)');
  const openMutex = bind('uintptr_t __stdcall OpenMutexW(uint32_t access, int inherit, str16 name)');
  const close = bind('int __stdcall CloseHandle(uintptr_t handle)');
  const lastError = bind('uint32_t __stdcall GetLastError()');

  return {
    isRemoteSession: () => metric(remoteSession) !== 0,
    isSafeMode: () => metric(cleanBoot) !== 0,
    power: () => {
      const status = Buffer.alloc(12);
      return Number(powerStatus(status)) === 0 ? null : powerIn(status);
    },
    mutexExists: (name) => {
      const handle = BigInt(openMutex(synchronize, 0, name));
      if (handle === 0n) return codeMeans(Number(lastError()));
      close(handle);
      return true;
    },
  };
}

/** SYSTEM_POWER_STATUS. A computer without a battery is on none, whatever its line says. */
export function powerIn(status: Buffer): Power {
  const [line, flags, percent] = [status.readUInt8(0), status.readUInt8(1), status.readUInt8(2)];
  if (flags !== unknown && (flags & noBattery) !== 0) return { onBattery: false, percent: null };
  return {
    onBattery: line === 0 ? true : line === 1 ? false : null,
    percent: flags === unknown || percent > 100 ? null : percent,
  };
}

/** ERROR_FILE_NOT_FOUND; ERROR_ACCESS_DENIED, which only something that exists can give. */
const codeMeans = (code: number): boolean | null => (code === 2 ? false : code === 5 ? true : null);

const remoteSession = 0x1000;
const cleanBoot = 67;
const synchronize = 0x10_0000;
const noBattery = 128;
const unknown = 255;
