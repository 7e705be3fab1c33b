import { unanswered, type Answer } from '../../core/machine/answer';

/** Sorts what the file system refused into absent, denied or failed. What is no refusal of the system counts as failed, with its words. */
export function answerForError(error: unknown): Answer<never> {
  const code = errorCode(error);
  const words = error instanceof Error ? error.message : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return unanswered('absent', 'not there');
  if (code === 'EACCES' || code === 'EPERM') return unanswered('denied', words);
  return unanswered('failed', words);
}

/** The system's own name for an error, such as `ENOENT`, or null. */
export const errorCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
