export type Dictionary = Readonly<Record<string, unknown>>;

export const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof Uint8Array);

/** A field of something that may be no dictionary at all. */
export const field = (value: unknown, name: string): unknown =>
  isDictionary(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** A text of at least one and at most 1,024 characters, or null; nobody names anything longer. */
export function textIn(value: unknown, name: string): string | null {
  const text = field(value, name);
  return typeof text === 'string' && text !== '' && text.length <= 1024 ? text : null;
}

export const listIn = (value: unknown, name: string): readonly unknown[] => {
  const list = field(value, name);
  return Array.isArray(list) ? list : [];
};

/** A date as ISO 8601 in UTC, or null. */
export function dateIn(value: unknown, name: string): string | null {
  const date = field(value, name);
  return date instanceof Date && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}
