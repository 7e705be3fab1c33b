/** Who owns something and what its access list says, as plain values. */
export interface FileSecurity {
  readonly owner: string | null;
  /** Null when there is no list, which lets everybody do everything, or when it cannot be understood. */
  readonly entries: readonly AccessEntry[] | null;
}

export interface AccessEntry {
  /** `other` is a kind that may well allow something, and is not understood here. */
  readonly kind: 'allows' | 'denies' | 'other';
  readonly sid: string | null;
  /** Windows' access bits. */
  readonly rights: number;
  /** Passed on to what is made inside; says nothing about the folder itself. */
  readonly inheritOnly: boolean;
}

/**
 * Reads a self-relative security descriptor. Everything lies in the one buffer and is looked for nowhere else; bytes that do not
 * add up give null, never an exception.
 */
export function parseSecurityDescriptor(bytes: Buffer): FileSecurity {
  if (bytes.length < 20 || (bytes.readUInt16LE(2) & selfRelative) === 0) return { owner: null, entries: null };
  const hasList = (bytes.readUInt16LE(2) & listPresent) !== 0;
  return {
    owner: sidAt(bytes, bytes.readUInt32LE(4), bytes.length),
    entries: hasList ? entriesAt(bytes, bytes.readUInt32LE(16)) : null,
  };
}

function entriesAt(bytes: Buffer, start: number): readonly AccessEntry[] | null {
  if (start === 0 || start + 8 > bytes.length) return null;
  const end = Math.min(bytes.length, start + bytes.readUInt16LE(start + 2));
  const count = bytes.readUInt16LE(start + 4);
  const entries: AccessEntry[] = [];
  let at = start + 8;
  for (let index = 0; index < count; index++) {
    if (at + 8 > end) return null;
    const size = bytes.readUInt16LE(at + 2);
    if (size < 8 || at + size > end) return null;
    const kind = kinds.get(bytes.readUInt8(at)) ?? 'other';
    entries.push({
      kind,
      sid: kind === 'other' ? null : sidAt(bytes, at + 8, at + size),
      rights: bytes.readUInt32LE(at + 4),
      inheritOnly: (bytes.readUInt8(at + 1) & inheritOnly) !== 0,
    });
    at += size;
  }
  return entries;
}

function sidAt(bytes: Buffer, at: number, end: number): string | null {
  if (at === 0 || at + 8 > end || bytes.readUInt8(at) !== 1) return null;
  const parts = bytes.readUInt8(at + 1);
  if (parts > 15 || at + 8 + parts * 4 > end) return null;
  const numbers = Array.from({ length: parts }, (_, index) => bytes.readUInt32LE(at + 8 + index * 4));
  return ['S-1', bytes.readUIntBE(at + 2, 6), ...numbers].join('-');
}

/** Access entries with a mask and a SID right after it, with or without a condition behind. */
const kinds: ReadonlyMap<number, AccessEntry['kind']> = new Map([
  [0, 'allows'],
  [9, 'allows'],
  [1, 'denies'],
  [10, 'denies'],
]);

const selfRelative = 0x8000;
const listPresent = 0x4;
const inheritOnly = 0x8;
