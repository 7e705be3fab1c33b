/** A column of a row: a whole number, the bytes of a text or blob, or null for what we have no use for. */
export type SqliteColumn = number | Buffer | null;

/**
 * The living rows of one table in a SQLite file, read from its bytes and in no other way: the database is never opened, locked or changed,
 * and rows that were deleted but still lie in the file do not come back. A damaged or hostile file gives the rows up to its first fault.
 *
 * Not seen: what an unfinished transaction keeps in a file beside it (`-wal`, `-journal`).
 */
export function sqliteTable(bytes: Buffer, name: string): readonly (readonly SqliteColumn[])[] {
  if (bytes.length < 512 || bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') return [];
  const root = rowsBelow(bytes, 1).find(
    ([type, , table, page]) => isText(type, 'table') && isText(table, name) && typeof page === 'number',
  )?.[3];
  return typeof root === 'number' ? rowsBelow(bytes, root) : [];
}

const isText = (column: SqliteColumn | undefined, text: string): boolean =>
  Buffer.isBuffer(column) && column.toString('utf8') === text;

/** Walks the b-tree from a root page; each page once, and never more payload in all than the file has bytes. */
function rowsBelow(bytes: Buffer, root: number): readonly (readonly SqliteColumn[])[] {
  const stated = bytes.readUInt16BE(16);
  const pageSize = stated === 1 ? 65_536 : stated;
  const usable = pageSize - (bytes[20] ?? 0);
  const rows: (readonly SqliteColumn[])[] = [];
  if (pageSize < 512 || usable < 480) return rows;
  const seen = new Set<number>();
  const ahead = [root];
  let budget = bytes.length;
  try {
    while (ahead.length > 0 && rows.length < mostRows) {
      const number = ahead.pop() ?? 0;
      if (number < 1 || seen.has(number)) continue;
      seen.add(number);
      const page = pageAt(number);
      const head = number === 1 ? 100 : 0;
      const cells = page.readUInt16BE(head + 3);
      const isLeaf = page[head] === leafOfTable;
      if (!isLeaf && page[head] !== innerOfTable) continue;
      const pointers = head + (isLeaf ? 8 : 12);
      const starts = Array.from({ length: cells }, (_, cell) => page.readUInt16BE(pointers + 2 * cell));
      if (isLeaf) for (const start of starts) rows.push(columnsOf(payloadAt(page, start)));
      // The last to be added is the next to be read, so that rows come in their own order.
      else ahead.push(page.readUInt32BE(head + 8), ...starts.reverse().map((start) => page.readUInt32BE(start)));
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return rows;

  function pageAt(number: number): Buffer {
    const page = bytes.subarray((number - 1) * pageSize, number * pageSize);
    if (page.length < pageSize) throw new RangeError('a page beyond the end');
    return page;
  }

  /** What does not fit into its page goes on in a chain of overflow pages. */
  function payloadAt(page: Buffer, at: number): Buffer {
    const [size, afterSize] = varint(page, at);
    const [, start] = varint(page, afterSize);
    budget -= size;
    if (budget < 0) throw new RangeError('more payload than file');
    const local = localPart(size, usable);
    const parts = [page.subarray(start, start + local)];
    let left = size - local;
    let next = left > 0 ? page.readUInt32BE(start + local) : 0;
    while (left > 0) {
      const overflow = pageAt(next);
      const part = overflow.subarray(4, 4 + Math.min(left, usable - 4));
      parts.push(part);
      left -= part.length;
      next = overflow.readUInt32BE(0);
    }
    return Buffer.concat(parts);
  }
}

/** Far more than an honest store of certificates has; a file that was stuffed ends here. The second is SQLite's own limit. */
const mostRows = 10_000;
const mostColumns = 2_000;

const leafOfTable = 0x0d;
const innerOfTable = 0x05;

/** How much of a payload lies in its own page: the file format's rule for leaves of tables. */
function localPart(size: number, usable: number): number {
  const most = usable - 35;
  if (size <= most) return size;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((size - least) % (usable - 4));
  return fitting <= most ? fitting : least;
}

/** A record: a header with one type number for each column, then the columns. */
function columnsOf(payload: Buffer): readonly SqliteColumn[] {
  const columns: SqliteColumn[] = [];
  const [headerEnd, afterLength] = varint(payload, 0);
  let header = afterLength;
  let body = headerEnd;
  while (header < headerEnd && columns.length < mostColumns) {
    const [type, after] = varint(payload, header);
    header = after;
    const length = type >= 12 ? Math.floor((type - 12) / 2) : (lengths[type] ?? 0);
    columns.push(columnOf(payload, type, body, length));
    body += length;
  }
  return columns;
}

function columnOf(payload: Buffer, type: number, at: number, length: number): SqliteColumn {
  if (type >= 12) return payload.subarray(at, at + length);
  if (type === 8 || type === 9) return type - 8;
  return type >= 1 && type <= 5 ? payload.readIntBE(at, length) : null;
}

const lengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];

/** SQLite's variable-length number and where it ends. Numbers beyond 2^53 lose digits; nothing we read comes near. */
function varint(bytes: Buffer, at: number): readonly [value: number, end: number] {
  let value = 0;
  for (let index = 0; index < 8; index++) {
    const byte = bytes.readUInt8(at + index);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + index + 1];
  }
  return [value * 256 + bytes.readUInt8(at + 8), at + 9];
}
