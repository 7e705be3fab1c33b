import type { Gives, Question } from './questions';
import type { RegistryKey } from './shapes';

/**
 * One thing an answer holds, ready to be found again in another recording: `identity` says that two are the same thing, `what`
 * names it for people, `fields` are what may differ. A field without a name is the thing's only value.
 */
export interface Entry {
  readonly identity: string;
  readonly what: string;
  readonly fields: readonly (readonly [name: string, text: string])[];
}

/** How a field that is empty on purpose is shown. */
export const nothing = '–';

/** The entries of one answer that was given. `place` is what was asked about, as the question key words it. */
export const entriesOf = <Q extends Question>(question: Q, value: Gives<Q>, place: string): readonly Entry[] =>
  (namings[question] as Naming<Q>)(value, place);

type Naming<Q extends Question> = (value: Gives<Q>, place: string) => readonly Entry[];

/** How things are told apart in each answer. Numbers that differ by chance (process ids) are nobody's identity. */
const namings: { readonly [Q in Question]: Naming<Q> } = {
  description: (value) => fieldByField(value, ['id']),
  privilege: (value) => fieldByField(value),
  packages: listed(({ manager, name, architecture }) => [manager, name, architecture]),
  'package-files': (paths, place) =>
    paths.map((path) => ({
      identity: `${place} ${path}`,
      what: path,
      fields: [['', place.replace(/\b(manager|name)=/g, '')]],
    })),
  'package-tools': (value) => fieldByField(value),
  services: listed(({ kind, name }) => [kind, name]),
  processes: (processes) => countedProcesses(processes),
  path: (facts, place) => [{ identity: place, what: place, fields: fieldsOf(facts) }],
  folder: (entries, place) =>
    entries.map(({ name, kind }) => ({
      identity: `${place} ${name}`,
      what: `${place} › ${name}`,
      fields: [['', kind]],
    })),
  text: (text, place) => linesOf(text, place),
  'product-command': ({ exitCode, text }, place) => [
    { identity: place, what: place, fields: [['exitCode', String(exitCode)]] },
    ...linesOf(text, place),
  ],
  'registry-tree': (keys, place) =>
    isUninstallPlace(place) ? uninstallEntries(keys, place) : registryValues(keys, place),
  'browser-extensions': listed(({ browser, profile, id }) => [browser, profile, id]),
  certificates: listed(
    ({ store, thumbprint }) => [store, thumbprint],
    ({ store, subject }) => `${subject} (${store})`,
  ),
  protection: listed(({ name }) => [name]),
  'built-in-protection': listed(({ name }) => [name]),
  condition: (value) => fieldByField(value),
  connectivity: (value) => fieldByField(value),
  minifilters: listed(({ name }) => [name]),
  'restore-points': listed(({ number }) => [String(number)]),
  'user-profiles': listed(({ sid, name }) => [sid ?? name]),
  'msi-products': listed(
    ({ productCode, perUser }) => [productCode, String(perUser)],
    ({ name, productCode }) => `${name} ${productCode}`,
  ),
  'scheduled-tasks': listed(({ path }) => [path]),
  autostarts: listed(({ where, name }) => [where, name]),
  'native-hosts': listed(({ browser, scope, name }) => [browser, scope, name]),
  'extension-policies': listed(({ browser, kind, id, where }) => [browser, kind, id, where]),
  'class-filters': listed(({ className, classId, position }) => [className, classId, position]),
  'network-bindings': listed(({ componentId }) => [componentId]),
  'app-bundles': listed(({ path }) => [path]),
  'install-receipts': listed(({ id }) => [id]),
  'system-extensions': listed(({ teamId, id }) => [teamId, id]),
  'device-profiles': listed(({ id }) => [id]),
};

/** Entries of a list whose things carry their own identity. What the name already says is not said again. */
function listed<T extends object>(identity: (item: T) => readonly string[], name?: (item: T) => string) {
  return (items: readonly T[]): readonly Entry[] =>
    items.map((item) => {
      const parts = identity(item);
      const what = name?.(item) ?? parts.join(' · ');
      const fields = fieldsOf(item).filter(([, text]) => !(parts.includes(text) && what.includes(text)));
      return { identity: JSON.stringify(parts), what, fields };
    });
}

/** A single answer: each of its fields is a thing of its own. */
const fieldByField = (value: object, leftOut: readonly string[] = []): readonly Entry[] =>
  fieldsOf(value)
    .filter(([name]) => !leftOut.includes(name))
    .map(([name, text]) => ({ identity: name, what: name, fields: [['', text]] }));

const fieldsOf = (value: object): Entry['fields'] =>
  Object.entries(value).map(([name, inner]) => [name, shown(inner)] as const);

function shown(value: unknown): string {
  if (value === null || value === undefined) return nothing;
  if (Array.isArray(value)) return value.length === 0 ? nothing : value.map(shown).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Each line is a thing of its own, so that a line more does not make every line after it another one. */
const linesOf = (text: string, place: string): readonly Entry[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ identity: JSON.stringify([place, line]), what: place, fields: [['', line]] }));

function countedProcesses(processes: Gives<'processes'>): readonly Entry[] {
  const counts = new Map<string, number>();
  for (const { name, executable } of processes)
    counts.set(executable ?? name, (counts.get(executable ?? name) ?? 0) + 1);
  return [...counts].map(([what, count]) => ({ identity: what, what, fields: [['running', String(count)]] }));
}

/** Whether a registry question asked for the list of installed programs. */
export const isUninstallPlace = (place: string): boolean => /\\Uninstall(\\| root=)/i.test(place);

const uninstallEntries = (keys: readonly RegistryKey[], place: string): readonly Entry[] =>
  keys
    .filter(({ values }) => Object.keys(values).length > 0)
    .map(({ path, values }) => {
      const fields = Object.entries(values).map(([name, { data }]) => [name, shown(data)] as const);
      const title = fields.find(([name]) => name.toLowerCase() === 'displayname')?.[1];
      const where = hiveOf(place) + path;
      return { identity: where.toLowerCase(), what: title === undefined ? where : `${title} (${where})`, fields };
    });

/** A key and each of its values; Windows compares their names without case. */
const registryValues = (keys: readonly RegistryKey[], place: string): readonly Entry[] =>
  keys.flatMap(({ path, values }) => {
    const where = hiveOf(place) + path;
    return [
      { identity: where.toLowerCase(), what: where, fields: [] },
      ...Object.entries(values).map(([name, { data }]) => ({
        identity: JSON.stringify([where.toLowerCase(), name.toLowerCase()]),
        what: `${where} › ${name === '' ? '(default)' : name}`,
        fields: [['', shown(data)] as const],
      })),
    ];
  });

/** `HKLM32\`, `HKLM\` … from the end of a registry question's key. */
function hiveOf(place: string): string {
  const { root, view } = / root=(?<root>\w+) view=(?<view>\d+)$/.exec(place)?.groups ?? {};
  return `${root ?? ''}${view === '32' ? '32' : ''}\\`;
}
