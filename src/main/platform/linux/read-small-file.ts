import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import { answerForError } from './answer-for-error';

/**
 * A file as UTF-8, with what is no UTF-8 replaced. Only regular files up to `largestBytes`: a pipe or a device that somebody put in
 * the place of a file must neither hold us up nor fill the memory.
 */
export async function readSmallFile(path: string, largestBytes: number): Promise<Answer<string>> {
  try {
    // Without O_NONBLOCK the opening of a named pipe waits for a writer that never comes.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    try {
      if (!(await file.stat()).isFile()) return unanswered('failed', 'not a regular file');
      // Files below /proc have the size 0 and yet a content, so the content is asked and not the size.
      const parts: Buffer[] = [];
      let bytes = 0;
      while (bytes <= largestBytes) {
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(65_536), 0, 65_536, null);
        if (bytesRead === 0) return ok(Buffer.concat(parts).toString('utf8'));
        parts.push(buffer.subarray(0, bytesRead));
        bytes += bytesRead;
      }
      return unanswered('failed', `larger than ${largestBytes} bytes`);
    } finally {
      await file.close();
    }
  } catch (error) {
    return answerForError(error);
  }
}
