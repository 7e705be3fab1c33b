import { readSmallFile } from './read-small-file';

/** A JSON file of at most 16 MiB, or null when it is missing, too large or no JSON: a profile may hold anything. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readSmallFile(path, 16 * 1024 * 1024);
  if (text.status !== 'ok') return null;
  try {
    return JSON.parse(text.value.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return null;
  }
}

/** A field of something that may be no object at all. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
