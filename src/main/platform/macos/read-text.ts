import { ok, unanswered, type Answer } from '../../core/machine/answer';
import { at, type MacTools } from './mac-tools';
import { readBytes } from './read-bytes';

/** A text file of at most 1 MiB; what is no UTF-8 is replaced. */
export async function readText(tools: MacTools, path: string): Promise<Answer<string>> {
  if (!path.startsWith('/')) return unanswered('failed', 'not an absolute path');
  const bytes = await readBytes(at(tools, path), 1024 * 1024);
  return bytes.status === 'ok' ? ok(bytes.value.toString('utf8')) : bytes;
}
