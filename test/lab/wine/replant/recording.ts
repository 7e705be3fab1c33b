import type { Answer } from '../../../../src/main/core/machine/answer';
import type { MachineFile } from '../../../../src/main/core/machine/machine-file';
import { questionKey, type Given, type Gives, type Question } from '../../../../src/main/core/machine/questions';

/** What a recorded computer answered; null where it gave no answer. */
export function recorded<Q extends Question>(file: MachineFile, question: Q, given: Given<Q>): Gives<Q> | null {
  const answer = file.answers[questionKey(question, given)] as Answer<Gives<Q>> | undefined;
  return answer?.status === 'ok' ? answer.value : null;
}

/** A recorded list; empty where there was no answer. */
export function recordedList<Q extends ListQuestion>(file: MachineFile, question: Q): Gives<Q> {
  return recorded(file, question, {} as Given<Q>) ?? ([] as unknown as Gives<Q>);
}

type ListQuestion = {
  [Q in Question]: Gives<Q> extends readonly unknown[] ? (Record<string, never> extends Given<Q> ? Q : never) : never;
}[Question];

/** Every recorded answer of a question that is asked with something, with what was given. */
export function recordedWith<Q extends Question>(
  file: MachineFile,
  question: Q,
): readonly { readonly given: Readonly<Record<string, string>>; readonly value: Gives<Q> }[] {
  return Object.entries(file.answers).flatMap(([key, answer]) => {
    if (!key.startsWith(`${question} `) || answer.status !== 'ok') return [];
    return [{ given: givenIn(key), value: answer.value as Gives<Q> }];
  });
}

/** `depth=1 path=SOFTWARE\X root=HKLM`: values may hold blanks, names do not. */
const givenIn = (key: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...key.matchAll(/(?<= )(\w+)=(.*?)(?= \w+=|$)/g)].map(([, name = '', value = '']) => [name, value]),
  );

/** The person whose computer it is: the first with a profile. */
export function personOf(file: MachineFile): { readonly folder: string; readonly hive: string } {
  const person = recordedList(file, 'user-profiles')[0];
  if (person?.sid == null) throw new Error('the recording knows no person');
  return { folder: person.folder, hive: `HKU\\${person.sid}` };
}
