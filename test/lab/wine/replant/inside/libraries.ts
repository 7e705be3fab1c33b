import { createRequire } from 'node:module';
import path from 'node:path';

type Call = (...given: readonly unknown[]) => number | bigint;

/** The calls that change Windows and that Offramp itself has no use for. */
export type Libraries = ReturnType<typeof loadLibraries>;

export function loadLibraries() {
  const folder = path.dirname(process.argv[1] ?? '');
  const koffi = createRequire(path.join(folder, 'x'))('./koffi/index.cjs') as {
    load(library: string): { func(definition: string): unknown };
  };
  const from = (library: string) => (definition: string) => koffi.load(library).func(definition) as Call;
  const advapi = from('advapi32.dll');
  const crypt = from('crypt32.dll');
  return {
    lastError: from('kernel32.dll')('uint32_t __stdcall GetLastError()'),
    openManager: advapi('uintptr_t __stdcall OpenSCManagerW(str16 machine, str16 database, uint32_t access)'),
    createService: advapi(
      'uintptr_t __stdcall CreateServiceW(uintptr_t manager, str16 name, str16 shown, uint32_t access, uint32_t type, uint32_t start,' +
        ' uint32_t control, str16 program, str16 group, void *tag, str16 needs, str16 account, str16 password)',
    ),
    startService: advapi('int __stdcall StartServiceW(uintptr_t service, uint32_t count, void *words)'),
    controlService: advapi('int __stdcall ControlService(uintptr_t service, uint32_t code, void *status)'),
    serviceStatus: advapi('int __stdcall QueryServiceStatus(uintptr_t service, void *status)'),
    deleteService: advapi('int __stdcall DeleteService(uintptr_t service)'),
    closeService: advapi('int __stdcall CloseServiceHandle(uintptr_t handle)'),
    openStore: crypt(
      'uintptr_t __stdcall CertOpenStore(uintptr_t provider, uint32_t encoding, uintptr_t csp, uint32_t flags, str16 name)',
    ),
    addCertificate: crypt(
      'int __stdcall CertAddEncodedCertificateToStore(uintptr_t store, uint32_t encoding, void *der, uint32_t size, uint32_t how, void *added)',
    ),
    closeStore: crypt('int __stdcall CertCloseStore(uintptr_t store, uint32_t flags)'),
  };
}
