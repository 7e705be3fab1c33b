import type { Dirent } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { ok, type Answer } from '../../core/machine/answer';
import { answerForError } from './answer-for-error';
import { at, type MacTools } from './mac-tools';

/** What lies directly in a folder, by name; at most 10,000 entries, because somebody could have stuffed it. */
export async function entriesIn(tools: Pick<MacTools, 'root'>, path: string): Promise<Answer<readonly Dirent[]>> {
  const entries: Dirent[] = [];
  try {
    for await (const entry of await opendir(at(tools, path))) if (entries.push(entry) >= mostEntries) break;
  } catch (error) {
    return answerForError(error);
  }
  return ok(entries.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

const mostEntries = 10_000;
