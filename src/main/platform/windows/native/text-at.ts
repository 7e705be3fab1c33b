/**
 * Reads a text that a Windows record points to. `at` is where the 64-bit pointer lies in `buffer`, `base` the buffer's own
 * address; pointers outside the buffer give null and are never followed.
 */
export function textAt(buffer: Buffer, at: number, base: bigint): string | null {
  const start = buffer.readBigUInt64LE(at) - base;
  if (start < 0n || start >= BigInt(buffer.length)) return null;
  let end = Number(start);
  while (end + 1 < buffer.length && buffer.readUInt16LE(end) !== 0) end += 2;
  return buffer.toString('utf16le', Number(start), end);
}
