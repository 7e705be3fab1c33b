import { unanswered, type Answer } from '../../core/machine/answer';
import { faultInAnswers, type Answers, type MachineFile } from '../../core/machine/machine-file';
import { redactValue } from '../../core/machine/redact';

export interface Recording {
  readonly title: string;
  /** ISO 8601 with zone. */
  readonly recordedAt: string;
  /** The program and its version. */
  readonly recordedBy: string;
  /** Takes private words out of a text; see `redactor`. */
  readonly redact: (text: string) => string;
}

/** The recorded answers as a redacted machine file, sorted by key: the same answers always give the same file. */
export function machineFileFrom(
  answers: Iterable<readonly [string, Answer<unknown>]>,
  { title, recordedAt, recordedBy, redact }: Recording,
): MachineFile {
  const redacted = [...answers].map(([key, answer]) => redactedAnswer(key, answer, redact));
  return {
    format: 'offramp-machine',
    schemaVersion: 1,
    recordedAt,
    recordedBy,
    title: redact(title),
    answers: Object.fromEntries(redacted.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function redactedAnswer(
  key: string,
  answer: Answer<unknown>,
  redact: (text: string) => string,
): [string, Answers[string]] {
  const hiddenKey = redactedKey(key, redact);
  const hidden =
    answer.status === 'ok'
      ? { status: answer.status, value: redactValue(answer.value, redact) }
      : { status: answer.status, reason: redact(answer.reason) };
  // A person may be called like a word of ours, say `service`. Then the shape breaks, and the answer is given up, never the secret.
  const broken = faultInAnswers({ [hiddenKey]: hidden }) !== null && faultInAnswers({ [key]: answer }) === null;
  return [hiddenKey, broken ? unanswered('failed', 'could not be redacted') : hidden];
}

/** The question and the names of what is given are our own words; only what is given can hold a private one. */
const redactedKey = (key: string, redact: (text: string) => string): string =>
  key.replace(/(?<= path=| name=).*?(?=$| root=[A-Z]+ view=\d+$)/gs, (text) => redact(text));
