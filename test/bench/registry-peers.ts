/** The list of keys and the values of three of them, spread over the list: all of them would take minutes. */
export interface WinregReading {
  readonly keys: number;
  readonly listMs: number;
  readonly oneKeyMs: readonly number[];
}

interface WinregKey {
  keys(done: (error: Error | null, keys: readonly WinregKey[]) => void): void;
  values(done: (error: Error | null, values: readonly unknown[]) => void): void;
}

/** The package `winreg` starts reg.exe once for every key. */
export async function readWithWinreg(file: string, path: string): Promise<WinregReading> {
  const Winreg = require(file) as new (options: object) => WinregKey;
  const top = new Winreg({ hive: 'HKLM', key: `\\${path}`, arch: 'x64' });
  const startMs = performance.now();
  const keys = await settled<readonly WinregKey[]>((done) => top.keys(done));
  const listMs = performance.now() - startMs;
  const oneKeyMs: number[] = [];
  for (const share of [0.1, 0.5, 0.9]) {
    const key = keys[Math.floor(share * keys.length)];
    const keyMs = performance.now();
    const values = key === undefined ? [] : await settled<readonly unknown[]>((done) => key.values(done));
    oneKeyMs.push(performance.now() - keyMs);
    if (values.length === 0) throw new Error('winreg read no values');
  }
  return { keys: keys.length, listMs, oneKeyMs };
}

const settled = <T>(ask: (done: (error: Error | null, value: T) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    ask((error, value) => (error === null ? resolve(value) : reject(error)));
  });

interface NativeReg {
  readonly HKLM: number;
  readonly Access: { readonly READ: number; readonly WOW64_64KEY: number };
  openKey(parent: unknown, path: string, access: number): unknown;
  enumKeyNames(key: unknown): readonly string[];
  enumValueNames(key: unknown): readonly string[];
  queryValue(key: unknown, name: string): unknown;
  closeKey(key: unknown): void;
}

/** The package `native-reg` calls Windows in its own process: every key below `path` with every value. Gives the number of keys. */
export function readWithNativeReg(file: string, path: string): number {
  const registry = require(file) as NativeReg;
  const access = registry.Access.READ | registry.Access.WOW64_64KEY;
  const top = registry.openKey(registry.HKLM, path, access);
  const names = registry.enumKeyNames(top);
  for (const name of names) {
    const key = registry.openKey(top, name, access);
    for (const value of registry.enumValueNames(key)) registry.queryValue(key, value);
    registry.closeKey(key);
  }
  registry.closeKey(top);
  return names.length;
}
