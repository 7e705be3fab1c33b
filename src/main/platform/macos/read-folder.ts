import { readdir } from 'node:fs/promises';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { FolderEntry } from '../../core/machine/shapes';
import { answerForError } from './answer-for-error';
import { entryKind } from './entry-kind';
import { at, type MacTools } from './mac-tools';

/** What lies directly in a folder, by name. */
export async function readFolder(tools: MacTools, path: string): Promise<Answer<FolderEntry[]>> {
  if (!path.startsWith('/')) return unanswered('failed', 'not an absolute path');
  try {
    const entries = await readdir(at(tools, path), { withFileTypes: true });
    return ok(
      entries.map((entry) => ({ name: entry.name, kind: entryKind(entry) })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
  } catch (error) {
    return answerForError(error);
  }
}
