import { constants, type Dirent } from 'node:fs';
import { open, opendir } from 'node:fs/promises';
import { walkInside } from './walk-inside';

/** The most entries of one folder that are looked at: a profile can be stuffed, and no honest one comes near. */
const mostEntries = 5_000;

/** The folders directly in a folder, links that lead to a folder inside the base among them; sorted, none where it may not be read. */
export async function folderNames(base: string, path: string): Promise<readonly string[]> {
  return (await entriesOf(base, path)).filter((entry) => !entry.isFile()).map(({ name }) => name);
}

/** The names of everything in a folder that is no folder, sorted. */
export async function fileNames(base: string, path: string): Promise<readonly string[]> {
  return (await entriesOf(base, path)).filter((entry) => !entry.isDirectory()).map(({ name }) => name);
}

/** A regular file inside the base of at most `largestBytes`, or null. A pipe or a device in its place must neither hold us up nor fill the memory. */
export async function readBytes(base: string, path: string, largestBytes: number): Promise<Buffer | null> {
  const walked = await walkInside(base, path);
  if (walked === null) return null;
  try {
    // Without O_NONBLOCK the opening of a named pipe waits for a writer that never comes. Windows has neither flag.
    const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
    const file = await open(walked.path, flags);
    try {
      const stats = await file.stat();
      if (!stats.isFile() || stats.size > largestBytes) return null;
      const bytes = Buffer.alloc(stats.size);
      const { bytesRead } = await file.read(bytes, 0, stats.size, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

/** A JSON file inside the base of at most 16 MiB, or null when it is missing, too large or no JSON: a profile may hold anything. */
export async function readJson(base: string, path: string): Promise<unknown> {
  const bytes = await readBytes(base, path, 16 * 1024 * 1024);
  return bytes === null ? null : jsonOf(bytes.toString('utf8'));
}

/** What a JSON text says, or null. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return null;
  }
}

/** A field of something that may be no object at all. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

async function entriesOf(base: string, path: string): Promise<readonly Dirent[]> {
  const walked = await walkInside(base, path);
  if (walked === null) return [];
  const entries: Dirent[] = [];
  try {
    for await (const entry of await opendir(walked.path)) if (entries.push(entry) >= mostEntries) break;
  } catch {
    return [];
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
