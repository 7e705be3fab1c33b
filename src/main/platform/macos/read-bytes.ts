import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import { answerForError } from './answer-for-error';

/**
 * The content of a regular file of at most `largestBytes`. A pipe or a device that somebody put in the place of a file must neither hold
 * us up nor fill the memory.
 */
export async function readBytes(place: string, largestBytes: number): Promise<Answer<Buffer>> {
  try {
    // Without O_NONBLOCK the opening of a named pipe waits for a writer that never comes.
    const file = await open(place, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return unanswered('failed', 'not a regular file');
      if (stats.size > largestBytes) return unanswered('failed', `larger than ${largestBytes} bytes`);
      const bytes = Buffer.alloc(stats.size);
      const { bytesRead } = await file.read(bytes, 0, stats.size, 0);
      return ok(bytes.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (error) {
    return answerForError(error);
  }
}
