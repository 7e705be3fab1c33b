/** Keys and files that make a Windows look as if something were installed; `install` of the laboratory puts them in place. */
export interface RegistryFixture {
  readonly title: string;
  /** Text of a .reg file, without its header line. */
  readonly reg: string;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}

/** A string is REG_SZ; a number a DWORD; the others say what they are. `binary` is hex. */
export type RegistryData =
  | string
  | number
  | { readonly expand: string }
  | { readonly multi: readonly string[] }
  | { readonly qword: bigint | string }
  | { readonly binary: string };

export interface RegistryEntry {
  /** `HKLM\…` or `HKCU\…`, as the 64-bit view names it: the 32-bit one through `WOW6432Node`. */
  readonly key: string;
  readonly values: Readonly<Record<string, RegistryData>>;
}

/** Writes entries as a .reg file would hold them. The value name `''` is the key's default value. */
export function registryText(entries: readonly RegistryEntry[]): string {
  return entries
    .map(({ key, values }) => [`[${longRoot(key)}]`, ...Object.entries(values).map(line), ''].join('\n'))
    .join('\n');
}

export function longRoot(key: string): string {
  return key
    .replace(/^HKLM\\/, 'HKEY_LOCAL_MACHINE\\')
    .replace(/^HKCU\\/, 'HKEY_CURRENT_USER\\')
    .replace(/^HKU\\/, 'HKEY_USERS\\');
}

function line([name, data]: [string, RegistryData]): string {
  return `${name === '' ? '@' : quoted(name)}=${dataText(data)}`;
}

function dataText(data: RegistryData): string {
  if (typeof data === 'string') return quoted(data);
  if (typeof data === 'number') return `dword:${(data >>> 0).toString(16).padStart(8, '0')}`;
  if ('expand' in data) return `hex(2):${hexOf(utf16(`${data.expand}\0`))}`;
  if ('multi' in data) return `hex(7):${hexOf(utf16(`${data.multi.map((text) => `${text}\0`).join('')}\0`))}`;
  if ('binary' in data) return `hex:${hexOf(Buffer.from(data.binary, 'hex'))}`;
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(data.qword));
  return `hex(b):${hexOf(bytes)}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

function hexOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/..(?=.)/g, '$&,');
}
