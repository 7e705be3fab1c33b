/** Names of the registry's value types by number (winnt.h). */
const typeNames = [
  'REG_NONE',
  'REG_SZ',
  'REG_EXPAND_SZ',
  'REG_BINARY',
  'REG_DWORD',
  'REG_DWORD_BIG_ENDIAN',
  'REG_LINK',
  'REG_MULTI_SZ',
  'REG_RESOURCE_LIST',
  'REG_FULL_RESOURCE_DESCRIPTOR',
  'REG_RESOURCE_REQUIREMENTS_LIST',
  'REG_QWORD',
] as const;

/** `REG_UNKNOWN`: a number Windows does not name. `too-large`: over `largestValueBytes`; its `data` is the size in bytes. */
export type RegistryType = (typeof typeNames)[number] | 'REG_UNKNOWN' | 'too-large';

/**
 * One value. Text types give text up to the first NUL, unexpanded; DWORDs a number; REG_MULTI_SZ a list;
 * REG_QWORD a decimal string, because JSON numbers lose digits above 2^53; everything else lower-case hex.
 */
export interface RegistryValue {
  readonly type: RegistryType;
  readonly data: string | number | readonly string[];
}

/** A hostile user hive may hold values of any size; nothing we look for comes near this. */
export const largestValueBytes = 1024 * 1024;

/** Decodes the bytes of a value as they lie in the registry. Malformed bytes never throw: they fall back to hex. */
export function decodeValue(typeNumber: number, bytes: Buffer): RegistryValue {
  const type = typeNames[typeNumber] ?? 'REG_UNKNOWN';
  switch (type) {
    case 'REG_SZ':
    case 'REG_EXPAND_SZ':
      return { type, data: textUpToNul(bytes) };
    case 'REG_MULTI_SZ':
      return { type, data: listOfTexts(bytes) };
    case 'REG_DWORD':
      return { type, data: bytes.length === 4 ? bytes.readUInt32LE(0) : bytes.toString('hex') };
    case 'REG_DWORD_BIG_ENDIAN':
      return { type, data: bytes.length === 4 ? bytes.readUInt32BE(0) : bytes.toString('hex') };
    case 'REG_QWORD':
      return { type, data: bytes.length === 8 ? bytes.readBigUInt64LE(0).toString() : bytes.toString('hex') };
    default:
      return { type, data: bytes.toString('hex') };
  }
}

/** Text values need not end in NUL, may hold several, and may have an odd number of bytes. */
function textUpToNul(bytes: Buffer): string {
  const text = bytes.toString('utf16le', 0, bytes.length & ~1);
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

/** The list ends at the first empty text, as Windows reads it. */
function listOfTexts(bytes: Buffer): readonly string[] {
  const texts = bytes.toString('utf16le', 0, bytes.length & ~1).split('\0');
  const end = texts.indexOf('');
  return end < 0 ? texts : texts.slice(0, end);
}
