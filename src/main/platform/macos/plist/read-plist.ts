import { ok, unanswered, type Answer } from '../../../core/machine/answer';
import { readBytes } from '../read-bytes';
import { at, type MacTools } from '../mac-tools';
import { isDictionary, type Dictionary } from './fields';
import { parsePlist } from './parse-plist';

/** A property list whose outermost value is a dictionary, as all the files we ask for are. */
export async function readPlist(
  tools: Pick<MacTools, 'root'>,
  path: string,
  largestBytes = 4 * 1024 * 1024,
): Promise<Answer<Dictionary>> {
  const bytes = await readBytes(at(tools, path), largestBytes);
  if (bytes.status !== 'ok') return bytes;
  const parsed = await parsePlist(bytes.value);
  if (!parsed.ok) return unanswered('failed', parsed.fault);
  return isDictionary(parsed.value) ? ok(parsed.value) : unanswered('failed', 'not a dictionary');
}
