import { readlink } from 'node:fs/promises';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { PathFacts } from '../../core/machine/shapes';
import { answerForError } from './answer-for-error';
import { entryKind } from './entry-kind';
import { at, type MacTools } from './mac-tools';
import { walkPath } from './walk-path';

/** What lies at a path. A link there is described itself; links among the folders on the way are followed and checked. */
export async function readPath(tools: MacTools, path: string): Promise<Answer<PathFacts>> {
  if (!path.startsWith('/')) return unanswered('failed', 'not an absolute path');
  try {
    const walked = await walkPath(tools, path, 'keep-last');
    const kind = entryKind(walked.stats);
    return ok({
      kind,
      linkTarget: kind === 'link' ? await readlink(at(tools, walked.path)) : null,
      sizeBytes: walked.stats.size,
      modifiedAt: walked.stats.mtime.toISOString(),
      ownedBySystem: walked.ownedBySystem,
    });
  } catch (error) {
    return answerForError(error);
  }
}
