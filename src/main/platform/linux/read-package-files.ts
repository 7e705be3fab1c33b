import { readdirSync, readFileSync } from 'node:fs';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { Given } from '../../core/machine/questions';
import { answerForError } from './answer-for-error';
import { dpkgFolder } from './dpkg-database';
import { at, type LinuxTools } from './linux-tools';
import { askRpm } from './rpm-database';

/** What a package ships, as its manager has it. What was made at run time is not among it (section 2.10 of the Linux facts, 2026-11-23). */
export async function readPackageFiles(
  tools: LinuxTools,
  { manager, name }: Given<'package-files'>,
  timeLimitMs: number,
): Promise<Answer<string[]>> {
  // The name becomes part of a path or an argument: nothing but a package's name may pass.
  if (!/^[A-Za-z0-9][A-Za-z0-9+._-]*$/.test(name)) return unanswered('failed', 'not the name of a package');
  if (manager === 'dpkg') return dpkgFiles(tools, name);
  const answer = await askRpm(tools, ['-ql', name], timeLimitMs);
  if (answer.status !== 'ok') return answer;
  return answer.value.exitCode === 0
    ? ok(pathsIn(answer.value.output))
    : unanswered('absent', `rpm does not know ${name}`);
}

function dpkgFiles(tools: LinuxTools, name: string): Answer<string[]> {
  const folder = at(tools, `${dpkgFolder}/info`);
  const plain = listAt(`${folder}/${name}.list`);
  if (plain.status !== 'absent') return plain;
  try {
    // Packages of which several architectures may be installed have theirs in the name of the list.
    const lists = readdirSync(folder).filter((file) => file.startsWith(`${name}:`) && file.endsWith('.list'));
    const answers = lists.map((file) => listAt(`${folder}/${file}`));
    const unread = answers.find(({ status }) => status !== 'ok');
    if (unread !== undefined) return unread;
    if (answers.length === 0) return unanswered('absent', `dpkg has no list of ${name}`);
    return ok([...new Set(answers.flatMap((answer) => (answer.status === 'ok' ? answer.value : [])))]);
  } catch (error) {
    return answerForError(error);
  }
}

function listAt(path: string): Answer<string[]> {
  try {
    return ok(pathsIn(readFileSync(path, 'utf8')));
  } catch (error) {
    return answerForError(error);
  }
}

const pathsIn = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('/') && line !== '/.');
