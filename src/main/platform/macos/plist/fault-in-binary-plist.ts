/**
 * What is wrong with a binary property list, or null. A list of references can lead back to itself, and one object that is referred to
 * twice on each of thirty levels becomes a thousand million when it is written out: so the whole is walked as the parser would, and
 * anything deeper or larger than an honest file is refused.
 */
export function faultInBinaryPlist(bytes: Buffer): string | null {
  const head = readTrailer(bytes);
  if (head === null) return 'the trailer does not fit the file';
  const ahead: { readonly index: number; readonly depth: number; readonly isKey: boolean }[] = [
    { index: head.top, depth: 0, isKey: false },
  ];
  let objects = 0;
  let size = 0;
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next.index >= head.count) return 'a reference to an object that is not there';
    if (next.depth > deepest) return 'nested too deeply, or in a circle';
    const object = readObject(bytes, head, next.index);
    if (object === null) return 'an object does not fit the file';
    if (next.isKey && !object.isText) return 'a key that is no text';
    objects += 1;
    size += object.size;
    if (objects > mostObjects || size > largestBytes) return 'too large when it is written out';
    const half = object.isDictionary ? object.references.length / 2 : 0;
    object.references.forEach((index, place) => ahead.push({ index, depth: next.depth + 1, isKey: place < half }));
  }
  return null;
}

const deepest = 64;
const mostObjects = 200_000;
const largestBytes = 16 * 1024 * 1024;

interface Trailer {
  readonly offsetSize: number;
  readonly referenceSize: number;
  readonly count: number;
  readonly top: number;
  readonly table: number;
}

function readTrailer(bytes: Buffer): Trailer | null {
  if (bytes.length < 8 + 32) return null;
  const at = bytes.length - 32;
  const [offsetSize, referenceSize] = [bytes.readUInt8(at + 6), bytes.readUInt8(at + 7)];
  const [count, top, table] = [8, 16, 24].map((place) => Number(bytes.readBigUInt64BE(at + place))) as [
    number,
    number,
    number,
  ];
  const isSound = isSize(offsetSize) && isSize(referenceSize) && count > 0 && table >= 8;
  return isSound && table + count * offsetSize <= at ? { offsetSize, referenceSize, count, top, table } : null;
}

const isSize = (size: number): boolean => size >= 1 && size <= 6;

interface Seen {
  readonly size: number;
  readonly isText: boolean;
  readonly isDictionary: boolean;
  readonly references: readonly number[];
}

function readObject(bytes: Buffer, { offsetSize, referenceSize, table }: Trailer, index: number): Seen | null {
  const at = bytes.readUIntBE(table + index * offsetSize, offsetSize);
  if (at < 8 || at >= table) return null;
  const marker = bytes.readUInt8(at);
  const [type, info] = [marker >> 4, marker & 0x0f];
  const plain = (size: number, isKnown = true): Seen | null =>
    isKnown && at + 1 + size <= table ? { size, isText: false, isDictionary: false, references: [] } : null;
  switch (type) {
    case 0x0:
      return plain(0, info === 0 || info === 8 || info === 9 || info === 15);
    case 0x1:
      return plain(1 << info, info <= 4);
    case 0x2:
      return plain(1 << info, info === 2 || info === 3);
    case 0x3:
      return plain(8, info === 3);
    case 0x8:
      return plain(info + 1);
    default:
  }
  const counted = readCount(bytes, at, info, table);
  if (counted === null) return null;
  const { count, start } = counted;
  const ofType = { 0x4: 1, 0x5: 1, 0x6: 2, 0xa: referenceSize, 0xd: 2 * referenceSize }[type];
  if (ofType === undefined || start + count * ofType > table) return null;
  if (type < 0xa) return { size: count * ofType, isText: type !== 0x4, isDictionary: false, references: [] };
  const references = Array.from({ length: type === 0xd ? 2 * count : count }, (_, place) =>
    bytes.readUIntBE(start + place * referenceSize, referenceSize),
  );
  return { size: 0, isText: false, isDictionary: type === 0xd, references };
}

/** The count stands in the marker, or, from 15 on, as a number of its own behind it. */
function readCount(
  bytes: Buffer,
  at: number,
  info: number,
  end: number,
): { readonly count: number; readonly start: number } | null {
  if (info !== 0x0f) return { count: info, start: at + 1 };
  if (at + 2 > end) return null;
  const power = bytes.readUInt8(at + 1) - 0x10;
  const size = 1 << power;
  if (power < 0 || power > 3 || at + 2 + size > end) return null;
  const count = size === 8 ? Number(bytes.readBigUInt64BE(at + 2)) : bytes.readUIntBE(at + 2, size);
  return { count, start: at + 2 + size };
}
