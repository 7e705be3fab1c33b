import type { Koffi } from './load-koffi';
import { notRead, read, type Reading } from './reading';
import type { RegistryKey, RegistryView } from './registry-shapes';
import { bindRegistryCalls, registryCodes, type KeyHandle } from './registry-calls';
import { decodeValue, largestValueBytes, type RegistryValue } from './registry-value';

/** Reads one key at a time through one set of buffers. Not re-entrant while it fills them; nested keys are fine. */
export interface KeyReader {
  /** Opens a key below `parent`, hands it to `use` and closes it whatever happens. */
  withKey<T>(parent: KeyHandle, path: string, view: RegistryView, use: (key: KeyHandle) => Reading<T>): Reading<T>;
  inform(key: KeyHandle): Reading<KeyCounts>;
  /** An open key with all its values or `only` those named; `path` is only repeated in the result. */
  readKey(key: KeyHandle, path: string, only?: readonly string[]): Reading<RegistryKey>;
  /** The bytes of one value, as a copy. One over `largestValueBytes` is `failed` with code 234. */
  readBytes(key: KeyHandle, name: string): Reading<Buffer>;
}

export interface KeyCounts {
  readonly subkeys: number;
  readonly values: number;
  readonly lastWrite: bigint;
}

export function openKeyReader(koffi: Koffi): KeyReader {
  const calls = bindRegistryCalls(koffi);
  const handle = Buffer.alloc(8);
  const counts = { subkeys: Buffer.alloc(4), values: Buffer.alloc(4), lastWrite: Buffer.alloc(8) };
  const name = Buffer.alloc(longestName * 2);
  const nameLength = Buffer.alloc(4);
  const type = Buffer.alloc(4);
  const dataSize = Buffer.alloc(4);
  let data = Buffer.alloc(16 * 1024);

  return { withKey, inform, readKey, readBytes };

  function withKey<T>(parent: KeyHandle, path: string, view: RegistryView, use: (key: KeyHandle) => Reading<T>) {
    // A NUL would silently cut the name and open another key; such names exist only to hide from the API.
    if (path.includes('\0')) return notRead('RegOpenKeyExW', registryCodes.badName);
    const code = calls.open(parent, path, 0, keyRead | viewFlags[view], handle);
    if (code !== registryCodes.done) return notRead('RegOpenKeyExW', code);
    const key = handle.readBigUInt64LE(0);
    try {
      return use(key);
    } finally {
      calls.close(key);
    }
  }

  function inform(key: KeyHandle): Reading<KeyCounts> {
    const { subkeys, values, lastWrite } = counts;
    const code = calls.inform(key, null, null, null, subkeys, null, null, values, null, null, null, lastWrite);
    if (code !== registryCodes.done) return notRead('RegQueryInfoKeyW', code);
    return read({
      subkeys: subkeys.readUInt32LE(0),
      values: values.readUInt32LE(0),
      lastWrite: lastWrite.readBigUInt64LE(0),
    });
  }

  function readKey(key: KeyHandle, path: string, only?: readonly string[]): Reading<RegistryKey> {
    const informed = inform(key);
    if (informed.status !== 'ok') return informed;
    const values = only === undefined ? readValues(key, informed.value.values) : readNamedValues(key, only);
    if (values.status !== 'ok') return values;
    const subkeys = readSubkeyNames(key, informed.value.subkeys);
    if (subkeys.status !== 'ok') return subkeys;
    return read({ path, subkeys: subkeys.value, values: values.value });
  }

  function readValues(key: KeyHandle, count: number): Reading<Values> {
    const entries: [string, RegistryValue][] = [];
    for (let index = 0; index < count; index++) {
      const value = fetchValue('RegEnumValueW', (into) => {
        nameLength.writeUInt32LE(longestName, 0);
        return calls.nextValue(key, index, name, nameLength, null, type, into, dataSize);
      });
      if (value.status === 'failed' && value.code === registryCodes.noMoreItems) break;
      if (value.status !== 'ok') return value;
      entries.push([nameRead(), value.value]);
    }
    return read(ownProperties(entries));
  }

  function readNamedValues(key: KeyHandle, names: readonly string[]): Reading<Values> {
    const entries: [string, RegistryValue][] = [];
    for (const wanted of names) {
      const value = fetchValue('RegQueryValueExW', (into) => calls.namedValue(key, wanted, null, type, into, dataSize));
      if (value.status === 'ok') entries.push([wanted, value.value]);
      else if (value.status !== 'absent') return value;
    }
    return read(ownProperties(entries));
  }

  function readBytes(key: KeyHandle, wanted: string): Reading<Buffer> {
    const value = fetchValue('RegQueryValueExW', (into) => calls.namedValue(key, wanted, null, type, into, dataSize));
    if (value.status !== 'ok') return value;
    if (value.value.type === 'too-large') return notRead('RegQueryValueExW', registryCodes.moreData);
    return read(Buffer.from(data.subarray(0, dataSize.readUInt32LE(0))));
  }

  /** Fetches one value with as much room as it needs; with no room given, Windows tells the size of the data alone. */
  function fetchValue(call: string, fetch: (into: Buffer | null) => number): Reading<RegistryValue> {
    let code = fetchInto(fetch, data);
    if (code === registryCodes.moreData && growFor(dataSize.readUInt32LE(0))) code = fetchInto(fetch, data);
    if (code === registryCodes.done) {
      return read(decodeValue(type.readUInt32LE(0), data.subarray(0, dataSize.readUInt32LE(0))));
    }
    if (code !== registryCodes.moreData) return notRead(call, code);
    const measured = fetchInto(fetch, null);
    if (measured !== registryCodes.done) return notRead(call, measured);
    return read({ type: 'too-large', data: dataSize.readUInt32LE(0) });
  }

  function fetchInto(fetch: (into: Buffer | null) => number, into: Buffer | null): number {
    dataSize.writeUInt32LE(into?.length ?? 0, 0);
    return fetch(into);
  }

  function growFor(wantedBytes: number): boolean {
    if (wantedBytes > largestValueBytes || wantedBytes <= data.length) return false;
    data = Buffer.alloc(wantedBytes);
    return true;
  }

  function readSubkeyNames(key: KeyHandle, count: number): Reading<readonly string[]> {
    const names: string[] = [];
    for (let index = 0; index < count; index++) {
      nameLength.writeUInt32LE(longestName, 0);
      const code = calls.nameSubkey(key, index, name, nameLength, null, null, null, null);
      if (code === registryCodes.noMoreItems) break;
      if (code !== registryCodes.done) return notRead('RegEnumKeyExW', code);
      names.push(nameRead());
    }
    return read(names);
  }

  function nameRead(): string {
    return name.toString('utf16le', 0, nameLength.readUInt32LE(0) * 2);
  }
}

type Values = Readonly<Record<string, RegistryValue>>;

/** fromEntries makes own properties of every name, `__proto__` among them. */
function ownProperties(entries: readonly (readonly [string, RegistryValue])[]): Values {
  return Object.fromEntries(entries);
}

/** Longest name Windows allows for a value, in characters, and one for the NUL. Key names are shorter. */
const longestName = 16_384;

const keyRead = 0x2_0019;
const viewFlags = { 32: 0x200, 64: 0x100 } as const;
