import type { RegistryKey } from '../machine/shapes';

/** A text value by its name, which Windows compares without case; null when it is missing or is no text. */
export function textIn(key: RegistryKey, name: string): string | null {
  const value = find(key, name);
  return typeof value === 'string' ? value : null;
}

/** A number value by its name; null when it is missing or is no number. */
export function numberIn(key: RegistryKey, name: string): number | null {
  const value = find(key, name);
  return typeof value === 'number' ? value : null;
}

/** A text value with every `%Other%` replaced by the same key's value of that name (G3, seen 2026-11-23). */
export function expandedTextIn(key: RegistryKey, name: string): string | null {
  let text = textIn(key, name);
  // Values refer to each other a few levels deep; a loop among them ends here and leaves its percent signs.
  for (let round = 0; round < 5 && text !== null && text.includes('%'); round++)
    text = text.replace(/%([^%]+)%/g, (whole, other: string) => textIn(key, other) ?? whole);
  return text;
}

function find(key: RegistryKey, name: string): string | number | readonly string[] | undefined {
  const exact = key.values[name];
  if (exact !== undefined) return exact.data;
  const wanted = name.toLowerCase();
  return Object.entries(key.values).find(([candidate]) => candidate.toLowerCase() === wanted)?.[1].data;
}
