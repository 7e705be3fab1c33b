import { hostname } from 'node:os';
import type { Answer } from '../core/machine/answer';
import type { Answers } from '../core/machine/machine-file';
import { redactor } from '../core/machine/redact';
import type { Scan } from '../core/matching/scan';
import { openSession } from '../core/session/open-session';
import { listSimulated, namesOfUsers } from '../platform/session-tools';
import { machineFileFrom } from '../platform/simulated/machine-file-from';
import { parseMachineFile } from '../platform/simulated/parse-machine-file';
import { recordingReader } from '../platform/simulated/recording-reader';
import { readLimited } from '../platform/storage/read-limited';
import { Ending, openFor, type CommonOptions, type Terminal } from './frame';

/** One computer as it can be compared: what it is called, when it was recorded, all it answered, and what was found in that. */
export interface LookedAt {
  readonly title: string;
  /** ISO 8601; null when it was looked at just now. */
  readonly recordedAt: string | null;
  readonly answers: Answers;
  readonly scan: Scan;
}

/** Looks at a source by its name, or ends with one line that says which source is meant. */
export async function lookAt(source: string, options: CommonOptions, terminal: Terminal): Promise<LookedAt> {
  const { tools, words } = opened(source, options, terminal);
  const answers = new Map<string, Answer<unknown>>();
  const reader = recordingReader(tools.machine.reader, (key, answer) => answers.set(key, answer));
  const scan = await openSession({ ...tools, machine: { ...tools.machine, reader } }).scan();
  if (tools.machine.source.kind === 'recorded') {
    // The file may hold more than was asked for now, and all of it is compared.
    const text = readLimited(source);
    const parsed = parseMachineFile(text.ok ? text.text : '');
    if (parsed.ok)
      return { title: parsed.file.title, recordedAt: parsed.file.recordedAt, answers: parsed.file.answers, scan };
  }
  const computer = listSimulated().find(({ name }) => source === `sim:${name}`);
  const recorded = machineFileFrom(answers, {
    title: computer?.title[options.lang] ?? words('cli.compare.this'),
    recordedAt: tools.now().toISOString(),
    recordedBy: tools.toolVersion,
    // As recordings are, so that what differs is the computer and not what was hidden.
    redact: redactor({ userNames: namesOfUsers(), hostName: hostname() }),
  });
  return { title: recorded.title, recordedAt: null, answers: recorded.answers, scan };
}

function opened(source: string, options: CommonOptions, terminal: Terminal) {
  try {
    return openFor({ ...options, machine: source }, terminal);
  } catch (error) {
    if (error instanceof Ending && !error.line.includes(source))
      throw new Ending(error.code, `${source}: ${error.line}`);
    throw error;
  }
}
