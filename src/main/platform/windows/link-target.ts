/**
 * The file on a drive of this computer that a Windows shortcut points to, by the link information in it. Null for shortcuts to
 * anything else, and for bytes that do not add up. Layout: Microsoft's open specification MS-SHLLINK.
 */
export function linkTarget(bytes: Buffer): string | null {
  if (bytes.length < headerBytes || bytes.readUInt32LE(0) !== headerBytes) return null;
  const flags = bytes.readUInt32LE(20);
  if ((flags & hasLinkInformation) === 0) return null;
  let at = headerBytes;
  if ((flags & hasItemList) !== 0) {
    if (at + 2 > bytes.length) return null;
    at += 2 + bytes.readUInt16LE(at);
  }
  if (at + 28 > bytes.length) return null;
  const information = bytes.subarray(at, at + bytes.readUInt32LE(at));
  if (information.length < 28 || (information.readUInt32LE(8) & onThisComputer) === 0) return null;
  const isWide = information.readUInt32LE(4) >= 0x24 && information.length >= 0x24;
  const base = isWide
    ? wideAt(information, information.readUInt32LE(28))
    : narrowAt(information, information.readUInt32LE(16));
  const rest = isWide
    ? wideAt(information, information.readUInt32LE(32))
    : narrowAt(information, information.readUInt32LE(24));
  return base === null || base === '' ? null : `${base}${rest ?? ''}`;
}

function wideAt(bytes: Buffer, at: number): string | null {
  if (at === 0 || at >= bytes.length) return null;
  const text = bytes.toString('utf16le', at);
  const end = text.indexOf('\0');
  return end < 0 ? null : text.slice(0, end);
}

/** In the computer's own code page; letters beyond ASCII come out wrong, which makes a path that matches nothing. */
function narrowAt(bytes: Buffer, at: number): string | null {
  const end = at === 0 || at >= bytes.length ? -1 : bytes.indexOf(0, at);
  return end < 0 ? null : bytes.toString('latin1', at, end);
}

const headerBytes = 0x4c;
const hasItemList = 0x1;
const hasLinkInformation = 0x2;
const onThisComputer = 0x1;
