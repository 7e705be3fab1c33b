import type { Koffi } from './load-koffi';

/** When a process began, in units of 100 ns since 1601; it does not change when the clock is set. Null when it may not be asked. */
export type StartTimeOf = (pid: number) => bigint | null;

export function bindProcessTimes(koffi: Koffi): StartTimeOf {
  const kernel = koffi.load('kernel32.dll');
  const bind = (definition: string) => kernel.func(definition) as (...given: readonly unknown[]) => number | bigint;
  const open = bind('uintptr_t __stdcall OpenProcess(uint32_t access, int inherit, uint32_t pid)');
  const close = bind('int __stdcall CloseHandle(uintptr_t handle)');
  const times = bind(
    'int __stdcall GetProcessTimes(uintptr_t process, void *made, void *ended, void *kernel, void *user)',
  );

  return (pid) => {
    const process = BigInt(open(queryLimitedInformation, 0, pid));
    if (process === 0n) return null;
    try {
      const [made, rest] = [Buffer.alloc(8), Buffer.alloc(8)];
      return Number(times(process, made, rest, rest, rest)) === 0 ? null : made.readBigUInt64LE(0);
    } finally {
      close(process);
    }
  };
}

const queryLimitedInformation = 0x1000;
