import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';

/**
 * Whether this process may change the system. `type` says why: `limited` is an administrator before the prompt, `full` after it,
 * `default` a user whose rights no prompt would split (an ordinary user, or the built-in Administrator).
 */
export interface Elevation {
  readonly elevated: boolean;
  readonly type: 'default' | 'full' | 'limited' | 'unknown';
}

/** Asks the process's own token; membership in Administrators alone says nothing under UAC. */
export function bindElevation(koffi: Koffi): () => Reading<Elevation> {
  const advapi = koffi.load('advapi32.dll');
  const kernel = koffi.load('kernel32.dll');
  const lastError = kernel.func('uint32_t __stdcall GetLastError()') as () => number;
  const close = kernel.func('int __stdcall CloseHandle(uintptr_t handle)') as (handle: bigint) => number;
  const openToken = advapi.func('int __stdcall OpenProcessToken(intptr_t process, uint32_t access, void *token)') as (
    process: number,
    access: number,
    token: Buffer,
  ) => number;
  const tokenInformation = advapi.func(
    'int __stdcall GetTokenInformation(uintptr_t token, int wanted, void *into, uint32_t size, void *needed)',
  ) as (token: bigint, wanted: number, into: Buffer, size: number, needed: Buffer) => number;

  return () => {
    const opened = Buffer.alloc(8);
    if (openToken(currentProcess, tokenQuery, opened) === 0) return notRead('OpenProcessToken', lastError());
    const token = opened.readBigUInt64LE(0);
    try {
      const elevated = numberOf(token, tokenElevation);
      if (elevated.status !== 'ok') return elevated;
      const type = numberOf(token, tokenElevationType);
      if (type.status !== 'ok') return type;
      return read({ elevated: elevated.value !== 0, type: types[type.value] ?? 'unknown' });
    } finally {
      close(token);
    }
  };

  function numberOf(token: bigint, wanted: number): Reading<number> {
    const into = Buffer.alloc(4);
    const succeeded = tokenInformation(token, wanted, into, into.length, Buffer.alloc(4)) !== 0;
    return succeeded ? read(into.readUInt32LE(0)) : notRead('GetTokenInformation', lastError());
  }
}

const currentProcess = -1;
const tokenQuery = 0x8;
const tokenElevation = 20;
const tokenElevationType = 18;
const types = ['unknown', 'default', 'full', 'limited'] as const;
