import type { Answers } from '../../core/machine/machine-file';
import type { Leftover } from '../../core/machine/leftover';
import type { Autostart, ScheduledTask } from '../../core/machine/reach-shapes';
import type { Certificate, FolderEntry, RegistryKey, Service } from '../../core/machine/shapes';

/** A computer's answers once some things were moved aside: what lay there is not there any more, and what listed it does not list it. */
export const withoutLeftovers = (answers: Answers, aside: readonly Leftover[]): Answers =>
  aside.reduce(withoutOne, answers);

function withoutOne(answers: Answers, leftover: Leftover): Answers {
  switch (leftover.kind) {
    case 'file':
    case 'folder':
      return withoutPath(answers, leftover.path);
    case 'registry-key':
    case 'registry-value':
      return withoutRegistry(answers, leftover);
    case 'service':
      return listWithout<Service>(answers, 'services', ({ name }) => same(name, leftover.name));
    case 'scheduled-task':
      return listWithout<ScheduledTask>(answers, 'scheduled-tasks', ({ path }) => same(path, leftover.path));
    case 'certificate':
      return listWithout<Certificate>(answers, 'certificates', ({ thumbprint }) =>
        same(thumbprint, leftover.thumbprint),
      );
  }
}

function withoutPath(answers: Answers, path: string): Answers {
  const isThere = (other: string | null): boolean => other !== null && isAtOrBelow(other, path);
  const kept = Object.entries(answers).flatMap(([key, answer]): [string, Answers[string]][] => {
    const asked = /^(?:path|folder|text) path=(.*)$/s.exec(key)?.[1];
    if (asked !== undefined && isThere(asked)) return [];
    const isParent = key.startsWith('folder path=') && asked !== undefined && same(asked, parentOf(path));
    return isParent && answer.status === 'ok'
      ? [
          [
            key,
            { status: 'ok', value: (answer.value as FolderEntry[]).filter(({ name }) => !same(name, nameOf(path))) },
          ],
        ]
      : [[key, answer]];
  });
  const services = listWithout<Service>(
    Object.fromEntries(kept),
    'services',
    ({ definedIn, kind }) => kind === 'service' && isThere(definedIn),
  );
  return listWithout<Autostart>(services, 'autostarts', ({ where }) => isThere(where));
}

function withoutRegistry(
  answers: Answers,
  leftover: Extract<Leftover, { kind: 'registry-key' | 'registry-value' }>,
): Answers {
  const place = ` root=${leftover.root} view=${leftover.view}`;
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => {
      if (!key.startsWith('registry-tree ') || !key.endsWith(place) || answer.status !== 'ok') return [key, answer];
      const value = (answer.value as RegistryKey[]).flatMap((known) => keyWithout(known, leftover));
      return [key, value.length === 0 ? { status: 'absent', reason: 'not there' } : { status: 'ok', value }];
    }),
  );
}

function keyWithout(
  key: RegistryKey,
  leftover: Extract<Leftover, { kind: 'registry-key' | 'registry-value' }>,
): readonly RegistryKey[] {
  if (leftover.kind === 'registry-value') {
    if (!same(key.path, leftover.path)) return [key];
    const values = Object.entries(key.values).filter(([name]) => !same(name, leftover.name));
    return [{ ...key, values: Object.fromEntries(values) }];
  }
  if (isAtOrBelow(key.path, leftover.path)) return [];
  return same(key.path, parentOf(leftover.path))
    ? [{ ...key, subkeys: key.subkeys.filter((name) => !same(name, nameOf(leftover.path))) }]
    : [key];
}

function listWithout<T>(answers: Answers, question: string, isGone: (item: T) => boolean): Answers {
  const answer = answers[question];
  return answer?.status === 'ok'
    ? { ...answers, [question]: { status: 'ok', value: (answer.value as T[]).filter((item) => !isGone(item)) } }
    : answers;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const isAtOrBelow = (path: string, above: string): boolean =>
  same(path, above) || ['/', '\\'].some((mark) => path.toLowerCase().startsWith(`${above.toLowerCase()}${mark}`));

const lastMark = (path: string): number => Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
const parentOf = (path: string): string => path.slice(0, Math.max(lastMark(path), 0)) || '/';
const nameOf = (path: string): string => path.slice(lastMark(path) + 1);
