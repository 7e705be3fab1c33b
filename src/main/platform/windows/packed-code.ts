/**
 * Windows Installer's registry spells a code by its bytes, each turned round: `{12345678-ABCD-…}` begins `87654321DCBA`. Null for
 * what is no code.
 */
export function packedCode(code: string): string | null {
  const match = /^\{([\dA-F]{8})-([\dA-F]{4})-([\dA-F]{4})-([\dA-F]{4})-([\dA-F]{12})\}$/i.exec(code);
  if (match === null) return null;
  const [first = '', second = '', third = '', ...bytes] = match.slice(1);
  return [reversed(first), reversed(second), reversed(third), swapped(bytes.join(''))].join('').toUpperCase();
}

/** `{GUID}` in capitals, from its packed form. */
export function unpackedCode(packed: string): string | null {
  if (!/^[\dA-F]{32}$/i.test(packed)) return null;
  const text = packed.toUpperCase();
  const bytes = swapped(text.slice(16));
  const parts = [
    reversed(text.slice(0, 8)),
    reversed(text.slice(8, 12)),
    reversed(text.slice(12, 16)),
    bytes.slice(0, 4),
    bytes.slice(4),
  ];
  return `{${parts.join('-')}}`;
}

const reversed = (text: string): string => text.split('').reverse().join('');
const swapped = (text: string): string => text.replace(/(.)(.)/g, '$2$1');
