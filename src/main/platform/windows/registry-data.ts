import type { RegistryKey } from './native/registry-shapes';

type Values = RegistryKey['values'];

/** A value that is text, or null: hives hold values of every type under every name, and bytes are no text. */
export function textOf(values: Values, name: string): string | null {
  const value = valueOf(values, name);
  return value !== null && isText(value) && typeof value.data === 'string' ? value.data : null;
}

export function numberOf(values: Values, name: string): number | null {
  const value = valueOf(values, name);
  return value !== null && value.type !== 'too-large' && typeof value.data === 'number' ? value.data : null;
}

/** The texts of a list. One text alone counts as a list of one, as Windows takes it. */
export function listOf(values: Values, name: string): readonly string[] {
  const value = valueOf(values, name);
  if (value?.type === 'REG_MULTI_SZ' && typeof value.data === 'object') return value.data.filter((text) => text !== '');
  const text = textOf(values, name);
  return text === null || text === '' ? [] : [text];
}

/** Names of values are the same in capitals and small letters; `only` gives them as asked for, the whole key as written. */
function valueOf(values: Values, name: string): Values[string] | null {
  if (Object.hasOwn(values, name)) return values[name] ?? null;
  const wanted = name.toLowerCase();
  return Object.entries(values).find(([candidate]) => candidate.toLowerCase() === wanted)?.[1] ?? null;
}

const isText = ({ type }: Values[string]): boolean => type === 'REG_SZ' || type === 'REG_EXPAND_SZ';

/** The last part of a key's path. */
export const nameOfKey = (path: string): string => path.slice(path.lastIndexOf('\\') + 1);
