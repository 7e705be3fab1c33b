import { readdir } from 'node:fs/promises';
import { errorCode } from './answer-for-error';

/** The folders (or links) directly in a folder; none where it is missing or may not be read. */
export async function folderNames(path: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map(({ name }) => name);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return [];
  }
}
