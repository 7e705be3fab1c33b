import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';
import type { SystemFolders } from './system-folders';
import { systemLibrary } from './system-library';

/** A network device that is up, with what the system's own tables say about it. Addresses as text. */
export interface NetworkAdapter {
  readonly loopback: boolean;
  readonly addresses: readonly string[];
  readonly gateways: readonly string[];
  readonly nameServers: readonly string[];
}

export interface NativeAdapters {
  /** Those that are up. Reads tables only; nothing is sent. */
  list(): Reading<readonly NetworkAdapter[]>;
}

export function bindAdapters(koffi: Koffi, folders: SystemFolders): NativeAdapters {
  const library = systemLibrary(koffi, folders, 'iphlpapi.dll');
  return {
    list: () => {
      const helper = library();
      if (helper === null) return notRead('LoadLibraryExW', 126);
      const ask = helper.func(
        'uint32_t __stdcall GetAdaptersAddresses(uint32_t family, uint32_t flags, void *reserved, void *into, void *size)',
      ) as (family: number, flags: number, reserved: null, into: Buffer, size: Buffer) => number;
      const size = Buffer.alloc(4);
      for (let bytes = 32 * 1024; bytes <= mostBytes; bytes *= 2) {
        const into = Buffer.alloc(bytes);
        size.writeUInt32LE(bytes, 0);
        const code = ask(anyFamily, wanted, null, into, size);
        if (code === noData) return read([]);
        if (code === 0) return read(adaptersIn(into, koffi.address(into)));
        if (code !== bufferOverflow) return notRead('GetAdaptersAddresses', code);
      }
      return notRead('GetAdaptersAddresses', bufferOverflow);
    },
  };
}

/** IP_ADAPTER_ADDRESSES with 64-bit pointers. All of it lies in the one buffer; a pointer that leads out of it ends a list. */
export function adaptersIn(bytes: Buffer, base: bigint): readonly NetworkAdapter[] {
  return listFrom(bytes, base, base, (at) => ({
    up: bytes.readUInt32LE(at + 104) === isUp,
    adapter: {
      loopback: bytes.readUInt32LE(at + 100) === softwareLoopback,
      addresses: addressesFrom(bytes, base, bytes.readBigUInt64LE(at + 24)),
      nameServers: addressesFrom(bytes, base, bytes.readBigUInt64LE(at + 48)),
      gateways: addressesFrom(bytes, base, bytes.readBigUInt64LE(at + 208)),
    },
  }))
    .filter(({ up }) => up)
    .map(({ adapter }) => adapter);
}

const addressesFrom = (bytes: Buffer, base: bigint, first: bigint): readonly string[] =>
  listFrom(bytes, base, first, (at) => addressAt(bytes, bytes.readBigUInt64LE(at + 16) - base)).filter(
    (address) => address !== null,
  );

/** Entries of a chained list, in which the pointer to the next one lies at 8. */
function listFrom<T>(bytes: Buffer, base: bigint, first: bigint, readAt: (at: number) => T): readonly T[] {
  const found: T[] = [];
  let pointer = first;
  while (found.length < mostEntries) {
    const at = pointer - base;
    if (pointer === 0n || at < 0n || at + BigInt(smallestEntry) > BigInt(bytes.length)) break;
    try {
      found.push(readAt(Number(at)));
      pointer = bytes.readBigUInt64LE(Number(at) + 8);
    } catch (error) {
      // An entry cut off by the end of the buffer.
      if (error instanceof RangeError) break;
      throw error;
    }
  }
  return found;
}

function addressAt(bytes: Buffer, offset: bigint): string | null {
  if (offset < 0n || offset + 28n > BigInt(bytes.length)) return null;
  const at = Number(offset);
  const family = bytes.readUInt16LE(at);
  if (family === 2) return [...bytes.subarray(at + 4, at + 8)].join('.');
  if (family !== 23) return null;
  return Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(at + 8 + index * 2).toString(16)).join(':');
}

const anyFamily = 0;
/** GAA_FLAG_SKIP_ANYCAST | SKIP_MULTICAST | SKIP_FRIENDLY_NAME | INCLUDE_GATEWAYS. */
const wanted = 0x2 | 0x4 | 0x20 | 0x80;
const noData = 232;
const bufferOverflow = 111;
const mostBytes = 4 * 1024 * 1024;
const mostEntries = 10_000;
const smallestEntry = 32;
const softwareLoopback = 24;
const isUp = 1;
