import { X509Certificate } from 'node:crypto';
import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';

export type CertificatePlace = 'local-machine' | 'current-user';

/** One certificate of a Windows store. */
export interface WindowsCertificate {
  readonly subject: string;
  /** Signed by the very key it holds: checked, not only read from the names. */
  readonly selfSigned: boolean;
  /** SHA-1 in lower-case hex, Windows' own address for it. */
  readonly thumbprint: string;
  /** ISO 8601 in UTC. */
  readonly expiresOn: string;
}

/** Reads only: stores are opened read-only and only when they exist. Needs no rights. */
export interface NativeCertificates {
  /** `store` is Windows' name: `Root`, `CA`, `My`. The current user's view of a store shows the machine's certificates too. */
  list(place: CertificatePlace, store: string): Reading<readonly WindowsCertificate[]>;
}

export function bindCertificates(koffi: Koffi): NativeCertificates {
  const crypt = koffi.load('crypt32.dll');
  const lastError = koffi.load('kernel32.dll').func('uint32_t __stdcall GetLastError()') as () => number;
  const copy = koffi.load('ntdll.dll').func('void __stdcall RtlMoveMemory(void *to, uintptr_t from, size_t size)') as (
    to: Buffer,
    from: bigint,
    size: number,
  ) => void;
  const bind = (definition: string) => crypt.func(definition) as (...given: readonly unknown[]) => number | bigint;
  const open = bind(
    'uintptr_t __stdcall CertOpenStore(uintptr_t provider, uint32_t encoding, uintptr_t csp, uint32_t flags, str16 name)',
  );
  const next = bind('uintptr_t __stdcall CertEnumCertificatesInStore(uintptr_t store, uintptr_t previous)');
  const close = bind('int __stdcall CertCloseStore(uintptr_t store, uint32_t flags)');

  return { list };

  function list(place: CertificatePlace, store: string): Reading<readonly WindowsCertificate[]> {
    const handle = open(systemStore, 0, 0, places[place] | readOnly | mustExist, store);
    if (BigInt(handle) === 0n) return notRead('CertOpenStore', lastError());
    try {
      const found: WindowsCertificate[] = [];
      // Each call frees the context it is given, so the walk has to go to the end.
      for (let context = BigInt(next(handle, 0)); context !== 0n; context = BigInt(next(handle, context))) {
        const certificate = certificateIn(encodedAt(context));
        if (certificate !== null) found.push(certificate);
      }
      return read(found);
    } finally {
      close(handle, 0);
    }
  }

  /** CERT_CONTEXT with 64-bit pointers. Copied out, because Electron allows no view of foreign memory. */
  function encodedAt(context: bigint): Buffer {
    const head = Buffer.alloc(24);
    copy(head, context, head.length);
    const encoded = Buffer.alloc(Math.min(head.readUInt32LE(16), largestCertificateBytes));
    copy(encoded, head.readBigUInt64LE(8), encoded.length);
    return encoded;
  }
}

/** Null for what is no certificate that Node understands: stores hold odd ones, and none of those is looked for. */
function certificateIn(encoded: Buffer): WindowsCertificate | null {
  try {
    const certificate = new X509Certificate(encoded);
    return {
      subject: certificate.subject.split('\n').join(', '),
      selfSigned: certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey),
      thumbprint: certificate.fingerprint.replaceAll(':', '').toLowerCase(),
      expiresOn: new Date(certificate.validTo).toISOString(),
    };
  } catch {
    return null;
  }
}

/** CERT_STORE_PROV_SYSTEM_W. */
const systemStore = 10;
const places = { 'current-user': 0x1_0000, 'local-machine': 0x2_0000 } as const;
const readOnly = 0x8000;
const mustExist = 0x4000;
const largestCertificateBytes = 64 * 1024;
