import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import type { WindowsNative } from '../../../../../src/main/platform/windows/native/open-native';
import type { RegistryKey, RegistryRoot } from '../../../../../src/main/platform/windows/native/registry-shapes';
import { longRoot, registryText, type RegistryData, type RegistryEntry } from '../../registry-text';
import type { Undo } from './agent';
import { startProgram } from './start-program';

/** Remembers an import that brings back all that is in these keys now. */
export function rememberKeys(
  native: WindowsNative,
  keys: readonly RegistryEntry[],
  remember: (undo: Undo) => void,
): void {
  const before = textThatRestores(native, keys);
  remember(() => importText(before));
}

/** Takes away the topmost of the keys that are not there now, and gives values of those that are their old data. */
function textThatRestores({ registry }: WindowsNative, keys: readonly RegistryEntry[]): string {
  const known = new Map<string, RegistryKey | null>();
  const look = (key: string): RegistryKey | null => {
    const found = known.get(key.toLowerCase());
    if (found !== undefined) return found;
    const [root = '', ...rest] = key.split('\\');
    const reading = registry.readKey(root as RegistryRoot, rest.join('\\'), 64);
    known.set(key.toLowerCase(), reading.status === 'ok' ? reading.value : null);
    return known.get(key.toLowerCase()) ?? null;
  };
  const lines = keys.flatMap(({ key, values }) => {
    const missing = ancestors(key).find((one) => look(one) === null);
    if (missing !== undefined) return [`[-${longRoot(missing)}]`];
    const old = look(key)?.values ?? {};
    return Object.keys(values).map((name) => restored(key, name, old));
  });
  return [...new Set(lines)].join('\n');
}

function restored(key: string, name: string, old: RegistryKey['values']): string {
  const spelled = Object.keys(old).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  if (spelled !== undefined) return registryText([{ key, values: { [name]: dataOf(old[spelled]) } }]);
  return `[${longRoot(key)}]\n${name === '' ? '@' : `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`}=-`;
}

function dataOf(value: RegistryKey['values'][string] | undefined): RegistryData {
  if (value?.type === 'REG_SZ' && typeof value.data === 'string') return value.data;
  if (value?.type === 'REG_DWORD' && typeof value.data === 'number') return value.data;
  throw new Error(`${value?.type} would be overwritten and cannot be brought back`);
}

/** From the first key below a root to the key itself. */
function ancestors(key: string): readonly string[] {
  const parts = key.split('\\');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 2).join('\\'));
}

let imports = 0;

/** Imports a .reg text with Windows' own reg.exe, as a person would. */
export async function importText(text: string): Promise<void> {
  const file = `Z:\\planted-${imports++}.reg`;
  const whole = `Windows Registry Editor Version 5.00\n\n${text}\n`;
  writeFileSync(file, Buffer.from(`\ufeff${whole.replace(/\r?\n/g, '\r\n')}`, 'utf16le'));
  const [code] = (await once(await startProgram('reg.exe', ['import', file]), 'exit')) as [number | null];
  if (code !== 0) throw new Error(`reg import ended with ${code}`);
  rmSync(file);
}
