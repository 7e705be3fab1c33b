import { unanswered, type Answer } from '../../core/machine/answer';
import { at, type LinuxTools } from './linux-tools';
import { readSmallFile } from './read-small-file';

/** A text file of at most 1 MiB; what is no UTF-8 is replaced. */
export async function readText(tools: LinuxTools, path: string): Promise<Answer<string>> {
  return path.startsWith('/')
    ? readSmallFile(at(tools, path), 1024 * 1024)
    : unanswered('failed', 'not an absolute path');
}
