import * as z from 'zod';
import { unansweredStatuses } from './answer';
import { compareEntries, Differences } from './compare-entries';
import type { Answers } from './machine-file';
import { entriesOf, isUninstallPlace, type Entry } from './machine-entries';
import { questionNames, questions, type Question } from './questions';

/** `not-recorded`: the recording says nothing about it, so nothing can be said about a difference either. */
const recordedStatuses = ['ok', ...unansweredStatuses, 'not-recorded'] as const;
type RecordedStatus = (typeof recordedStatuses)[number];

export const QuestionDifferences = Differences.extend({
  /** A question's name, or `uninstall-entries` for the registry's lists of installed programs. */
  question: z.string(),
  /** Of the whole question; where many places were asked about, `ok` when any of them answered. */
  statusFrom: z.enum(recordedStatuses),
  statusTo: z.enum(recordedStatuses),
});
export type QuestionDifferences = z.infer<typeof QuestionDifferences>;

const Compared = z.strictObject({ title: z.string(), recordedAt: z.iso.datetime({ offset: true }).nullable() });

/** Two computers, or one at two times: the value of `compare --json`. */
export const MachineComparison = z.strictObject({
  schemaVersion: z.literal(1),
  a: Compared,
  b: Compared,
  sameMachine: z.boolean(),
  /** Only questions with a difference. */
  questions: z.array(QuestionDifferences),
  detections: Differences,
});
export type MachineComparison = z.infer<typeof MachineComparison>;

/**
 * What differs between two sets of recorded answers, question by question. The order of lists never matters. A question that was
 * denied, failed or not recorded on one side has no differences, only two statuses: not having seen something is not its absence.
 * A single place (a path, a registry key) that was not recorded counts as absent, as everywhere machine files are read.
 */
export function compareMachines(a: Answers, b: Answers): Pick<MachineComparison, 'sameMachine' | 'questions'> {
  const groups = new Map<string, Group>(groupNames.map((name) => [name, emptyGroup()]));
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) gather(key, at(a, key), at(b, key), groups);
  const questionsThatDiffer = [...groups].flatMap(([question, group]) => {
    const { appeared, went, changed } = compareEntries(group.a.entries, group.b.entries);
    const statuses = { statusFrom: summary(group.a.statuses), statusTo: summary(group.b.statuses) };
    const differences = { appeared, went, changed: [...group.unseen, ...changed] };
    const isSame = Object.values(differences).every((list) => list.length === 0);
    return isSame && meansTheSame(question, statuses) ? [] : [{ question, ...differences, ...statuses }];
  });
  return { sameMachine: idIn(a) !== null && idIn(a) === idIn(b), questions: questionsThatDiffer };
}

interface Side {
  readonly statuses: Set<RecordedStatus>;
  readonly entries: Entry[];
}
interface Group {
  readonly a: Side;
  readonly b: Side;
  /** Places that could be seen on one side only. */
  readonly unseen: Differences['changed'];
}
type Recorded = Answers[string] | null;

const uninstall = 'uninstall-entries';
const groupNames = questionNames.flatMap((name) => (name === 'registry-tree' ? [uninstall, name] : [name]));
const emptySide = (): Side => ({ statuses: new Set(), entries: [] });
const emptyGroup = (): Group => ({ a: emptySide(), b: emptySide(), unseen: [] });
const at = (answers: Answers, key: string): Recorded => (Object.hasOwn(answers, key) ? (answers[key] ?? null) : null);

function gather(key: string, a: Recorded, b: Recorded, groups: ReadonlyMap<string, Group>): void {
  const question = key.split(' ', 1)[0] as Question;
  const place = key.slice(question.length + 1);
  const group = groups.get(question === 'registry-tree' && isUninstallPlace(place) ? uninstall : question);
  if (group === undefined) return;
  const [from, to] = [statusOf(a), statusOf(b)];
  group.a.statuses.add(from);
  group.b.statuses.add(to);
  const isPlace = asksAboutPlaces(question);
  const canBeSeen = (status: RecordedStatus): boolean =>
    status === 'ok' || status === 'absent' || (isPlace && status === 'not-recorded');
  if (canBeSeen(from) && canBeSeen(to)) {
    for (const [side, answer] of [
      [group.a, a],
      [group.b, b],
    ] as const)
      if (answer?.status === 'ok')
        for (const entry of entriesOf(question, answer.value as never, placeName(question, place)))
          side.entries.push(entry);
  } else if (isPlace && from !== to) group.unseen.push({ what: placeName(question, place), from, to });
}

/** What was asked about, without the name it is given under where there is only one. */
const placeName = (question: Question, place: string): string =>
  Object.keys(questions[question].given.shape).length === 1 ? place.replace(/^\w+=/, '') : place;

const statusOf = (answer: Recorded): RecordedStatus => answer?.status ?? 'not-recorded';

function summary(statuses: ReadonlySet<RecordedStatus>): RecordedStatus {
  const order = ['ok', ...unansweredStatuses.filter((status) => status !== 'absent'), 'absent'] as const;
  return order.find((status) => statuses.has(status)) ?? 'not-recorded';
}

/** Nobody asks about places below something that is not there: such a place is absent in one recording and missing in another. */
function meansTheSame(
  question: string,
  { statusFrom, statusTo }: Pick<QuestionDifferences, 'statusFrom' | 'statusTo'>,
): boolean {
  const isNowhere = (status: RecordedStatus): boolean => status === 'absent' || status === 'not-recorded';
  return (
    statusFrom === statusTo ||
    ((question === uninstall || asksAboutPlaces(question as Question)) && isNowhere(statusFrom) && isNowhere(statusTo))
  );
}

const asksAboutPlaces = (question: Question): boolean => Object.keys(questions[question].given.shape).length > 0;

function idIn(answers: Answers): string | null {
  const answer = at(answers, 'description');
  const { id } = (answer?.status === 'ok' ? answer.value : {}) as { readonly id?: unknown };
  return typeof id === 'string' ? id : null;
}
