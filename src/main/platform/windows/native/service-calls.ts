import type { Koffi } from './load-koffi';
import { notRead, type NoReading, type Reading } from './reading';

export const serviceCodes = { moreData: 234, bufferTooSmall: 122 } as const;

/** The service manager's functions, with their habits (nought means failure, ask for the code) made into values. */
export interface ServiceCalls {
  withManager<T>(use: (manager: bigint) => Reading<T>): Reading<T>;
  withService<T>(manager: bigint, name: string, use: (service: bigint) => Reading<T>): Reading<T>;
  /** Fills `page` with ENUM_SERVICE_STATUS_PROCESSW records; gives 0 or the error code. */
  nextPage(manager: bigint, page: Buffer, wanted: Buffer, returned: Buffer, resumeAt: Buffer): number;
  /** Fills `into` with a QUERY_SERVICE_CONFIGW; gives 0 or the error code. */
  configOf(service: bigint, into: Buffer, wanted: Buffer): number;
  /** Where a buffer lies in memory: texts in these records are pointers into the same buffer. */
  addressOf(buffer: Buffer): bigint;
}

export function bindServiceCalls(koffi: Koffi): ServiceCalls {
  const advapi = koffi.load('advapi32.dll');
  const lastError = koffi.load('kernel32.dll').func('uint32_t __stdcall GetLastError()') as () => number;
  const openManager = advapi.func(
    'uintptr_t __stdcall OpenSCManagerW(void *machine, void *database, uint32_t access)',
  ) as (machine: null, database: null, access: number) => number | bigint;
  const openService = advapi.func(
    'uintptr_t __stdcall OpenServiceW(uintptr_t manager, str16 name, uint32_t access)',
  ) as (manager: bigint, name: string, access: number) => number | bigint;
  const close = advapi.func('int __stdcall CloseServiceHandle(uintptr_t handle)') as (handle: bigint) => number;
  const enumerate = advapi.func(
    'int __stdcall EnumServicesStatusExW(uintptr_t manager, int level, uint32_t kinds, uint32_t states,' +
      ' void *page, uint32_t size, void *wanted, void *returned, void *resumeAt, void *group)',
  ) as (...given: readonly unknown[]) => number;
  const queryConfig = advapi.func(
    'int __stdcall QueryServiceConfigW(uintptr_t service, void *into, uint32_t size, void *wanted)',
  ) as (...given: readonly unknown[]) => number;

  return {
    withManager: (use) => holding(openManager(null, null, connectAndList), 'OpenSCManagerW', use),
    withService: (manager, name, use) => holding(openService(manager, name, queryConfigRight), 'OpenServiceW', use),
    nextPage: (manager, page, wanted, returned, resumeAt) =>
      codeOf(enumerate(manager, 0, everyKind, everyState, page, page.length, wanted, returned, resumeAt, null)),
    configOf: (service, into, wanted) => codeOf(queryConfig(service, into, into.length, wanted)),
    addressOf: (buffer) => koffi.address(buffer),
  };

  function holding<T>(
    opened: number | bigint,
    call: string,
    use: (handle: bigint) => Reading<T>,
  ): Reading<T> | NoReading {
    const handle = BigInt(opened);
    if (handle === 0n) return notRead(call, lastError());
    try {
      return use(handle);
    } finally {
      close(handle);
    }
  }

  function codeOf(succeeded: number): number {
    return succeeded === 0 ? lastError() : 0;
  }
}

/** SC_MANAGER_CONNECT | SC_MANAGER_ENUMERATE_SERVICE: what an ordinary user has. */
const connectAndList = 0x5;
const queryConfigRight = 0x1;
/** SERVICE_WIN32 | SERVICE_DRIVER; per-user services carry these bits too. */
const everyKind = 0x3b;
const everyState = 0x3;
