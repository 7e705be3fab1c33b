/** A binary property list of objects as their bytes, for forms that no honest writer makes. References are one byte, or as wide as told. */
export function builtPlist(objects: readonly Buffer[], trailer: Partial<Trailer> = {}): Buffer {
  const { offsetSize, referenceSize, count, top, table } = {
    offsetSize: 4,
    referenceSize: 1,
    count: objects.length,
    top: 0,
    table: 8 + objects.reduce((size, { length }) => size + length, 0),
    ...trailer,
  };
  let at = 8;
  const offsets = objects.map((object) => {
    const offset = Buffer.alloc(4);
    offset.writeUInt32BE(at);
    at += object.length;
    return offset;
  });
  const end = Buffer.alloc(32);
  end.writeUInt8(offsetSize, 6);
  end.writeUInt8(referenceSize, 7);
  [count, top, table].forEach((value, place) => end.writeBigUInt64BE(BigInt(value), 8 + 8 * place));
  return Buffer.concat([Buffer.from('bplist00'), ...objects, ...offsets, end]);
}

interface Trailer {
  readonly offsetSize: number;
  readonly referenceSize: number;
  readonly count: number;
  readonly top: number;
  readonly table: number;
}

export const listOf = (...references: readonly number[]): Buffer =>
  Buffer.from([0xa0 | references.length, ...references]);

export const textOf = (text: string): Buffer => Buffer.from([0x50 | text.length, ...Buffer.from(text, 'latin1')]);
