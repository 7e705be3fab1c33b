interface Described {
  readonly owner: string;
  readonly entries:
    | readonly {
        readonly sid: string;
        readonly rights: number;
        readonly inheritOnly?: boolean;
        readonly type?: number;
      }[]
    | null;
}

/** A self-relative security descriptor as Windows hands it out: head, owner, access list. */
export function descriptor({ owner, entries }: Described): Buffer {
  const head = Buffer.alloc(20);
  head.writeUInt8(1, 0);
  head.writeUInt16LE(0x8000 | (entries === null ? 0 : 0x4), 2);
  const ownerBytes = sidBytes(owner);
  head.writeUInt32LE(head.length, 4);
  if (entries === null) return Buffer.concat([head, ownerBytes]);
  head.writeUInt32LE(head.length + ownerBytes.length, 16);
  const body = Buffer.concat(entries.map(entryBytes));
  const list = Buffer.alloc(8);
  list.writeUInt8(2, 0);
  list.writeUInt16LE(list.length + body.length, 2);
  list.writeUInt16LE(entries.length, 4);
  return Buffer.concat([head, ownerBytes, list, body]);
}

function entryBytes({ sid, rights, inheritOnly = false, type = 0 }: NonNullable<Described['entries']>[number]): Buffer {
  const sidPart = sidBytes(sid);
  const head = Buffer.alloc(8);
  head.writeUInt8(type, 0);
  head.writeUInt8(inheritOnly ? 0xb : 0, 1);
  head.writeUInt16LE(head.length + sidPart.length, 2);
  head.writeUInt32LE(rights, 4);
  return Buffer.concat([head, sidPart]);
}

function sidBytes(sid: string): Buffer {
  const [authority = 0, ...parts] = sid.split('-').slice(2).map(Number);
  const bytes = Buffer.alloc(8 + parts.length * 4);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt8(parts.length, 1);
  bytes.writeUIntBE(authority, 2, 6);
  for (const [index, part] of parts.entries()) bytes.writeUInt32LE(part, 8 + index * 4);
  return bytes;
}
