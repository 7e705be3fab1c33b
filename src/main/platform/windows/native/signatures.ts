import type { Koffi } from './load-koffi';

/** What Windows says of a program's signature. */
export type SignatureReading =
  | { readonly status: 'valid'; readonly signer: string }
  /** The file may not be opened: a product that defends itself does that, and it says nothing about the signature. */
  | { readonly status: 'unreadable'; readonly code: number }
  | { readonly status: 'not-valid'; readonly code: number };

export interface NativeSignatures {
  /** Checks the signature inside a file, with what this computer knows already: nothing is asked over a network. */
  check(path: string): SignatureReading;
}

export function bindSignatures(koffi: Koffi): NativeSignatures {
  const trust = koffi.load('wintrust.dll');
  const verify = trust.func('int32_t __stdcall WinVerifyTrust(intptr_t window, void *action, void *data)') as (
    window: number,
    action: Buffer,
    data: Buffer,
  ) => number;
  const bind = (definition: string) => trust.func(definition) as (...given: readonly unknown[]) => number | bigint;
  const providerOf = bind('uintptr_t __stdcall WTHelperProvDataFromStateData(uintptr_t state)');
  const signerOf = bind(
    'uintptr_t __stdcall WTHelperGetProvSignerFromChain(uintptr_t provider, uint32_t index, int counter, uint32_t which)',
  );
  const certificateOf = bind('uintptr_t __stdcall WTHelperGetProvCertFromChain(uintptr_t signer, uint32_t index)');
  const nameOf = koffi
    .load('crypt32.dll')
    .func(
      'uint32_t __stdcall CertGetNameStringW(uintptr_t certificate, uint32_t type, uint32_t flags, void *oid, void *into, uint32_t characters)',
    ) as (...given: readonly unknown[]) => number;
  const copy = koffi.load('ntdll.dll').func('void __stdcall RtlMoveMemory(void *to, uintptr_t from, size_t size)') as (
    to: Buffer,
    from: bigint,
    size: number,
  ) => void;

  return {
    check: (path) => {
      const name = Buffer.from(`${path}\0`, 'utf16le');
      const file = Buffer.alloc(32);
      file.writeUInt32LE(file.length, 0);
      file.writeBigUInt64LE(koffi.address(name), 8);
      const data = Buffer.alloc(88);
      data.writeUInt32LE(data.length, 0);
      data.writeUInt32LE(noWindow, 24);
      data.writeUInt32LE(fileChosen, 32);
      data.writeBigUInt64LE(koffi.address(file), 40);
      data.writeUInt32LE(verifyAndKeep, 48);
      data.writeUInt32LE(nothingFromNetwork, 72);
      const code = verify(noOwner, genericVerify, data) >>> 0;
      const signer = code === 0 ? signerIn(data.readBigUInt64LE(56)) : null;
      data.writeUInt32LE(letGo, 48);
      verify(noOwner, genericVerify, data);
      if (code === 0) return signer === null ? { status: 'not-valid', code } : { status: 'valid', signer };
      return { status: unreadableCodes.has(code) ? 'unreadable' : 'not-valid', code };
    },
  };

  /** The name on the certificate that signed, as people read it. */
  function signerIn(state: bigint): string | null {
    const provider = BigInt(providerOf(state));
    const signer = provider === 0n ? 0n : BigInt(signerOf(provider, 0, 0, 0));
    const certificate = signer === 0n ? 0n : BigInt(certificateOf(signer, 0));
    if (certificate === 0n) return null;
    const head = Buffer.alloc(16);
    copy(head, certificate, head.length);
    const into = Buffer.alloc(512);
    const characters = nameOf(head.readBigUInt64LE(8), simpleName, 0, null, into, into.length / 2);
    return characters > 1 ? into.toString('utf16le', 0, (characters - 1) * 2) : null;
  }
}

/** WINTRUST_ACTION_GENERIC_VERIFY_V2, {00AAC56B-CD44-11D0-8CC2-00C04FC295EE}. */
const genericVerify = Buffer.from('6bc5aa0044cdd0118cc200c04fc295ee', 'hex');
const noOwner = -1;
const noWindow = 2;
const fileChosen = 1;
const verifyAndKeep = 1;
const letGo = 2;
/** WTD_CACHE_ONLY_URL_RETRIEVAL | WTD_REVOCATION_CHECK_NONE. */
const nothingFromNetwork = 0x1010;
const simpleName = 4;
/** CRYPT_E_FILE_ERROR, E_ACCESSDENIED, and ERROR_SHARING_VIOLATION as an HRESULT. */
const unreadableCodes: ReadonlySet<number> = new Set([0x8009_2003, 0x8007_0005, 0x8007_0020]);
