import * as z from 'zod';
import { nothing, type Entry } from './machine-entries';

const Seen = z.strictObject({ what: z.string(), value: z.string() });

/** What is in the second list and not in the first, the other way round, and what is in both and differs. Sorted by `what`. */
export const Differences = z.strictObject({
  appeared: z.array(Seen),
  went: z.array(Seen),
  changed: z.array(z.strictObject({ what: z.string(), from: z.string(), to: z.string() })),
});
export type Differences = z.infer<typeof Differences>;

/** Compares two lists by identity, in time that grows with their length. Things with one identity are matched as well as can be. */
export function compareEntries(a: readonly Entry[], b: readonly Entry[]): Differences {
  const [before, after] = [byIdentity(a), byIdentity(b)];
  const differences: Differences = { appeared: [], went: [], changed: [] };
  for (const [identity, entries] of after) pair(before.get(identity) ?? [], entries, differences);
  for (const [identity, entries] of before) if (!after.has(identity)) pair(entries, [], differences);
  for (const list of Object.values(differences))
    list.sort((one, other) => order(one.what, other.what) || order(JSON.stringify(one), JSON.stringify(other)));
  return differences;
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function byIdentity(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const map = new Map<string, Entry[]>();
  for (const entry of entries) {
    const same = map.get(entry.identity);
    if (same === undefined) map.set(entry.identity, [entry]);
    else same.push(entry);
  }
  return map;
}

/** What is equal on both sides goes first; then one by one what is left of each. */
function pair(a: readonly Entry[], b: readonly Entry[], differences: Differences): void {
  // Nearly everything is alone with its identity; signatures are only made where it is not.
  const isAlone = a.length < 2 && b.length < 2;
  const [before, after] = isAlone ? [a, b] : unequal(a, b);
  const both = Math.min(before.length, after.length);
  before.slice(0, both).forEach((entry, index) => {
    const changed = change(entry, after[index] ?? entry);
    if (changed !== null) differences.changed.push(changed);
  });
  for (const entry of before.slice(both)) differences.went.push(seen(entry));
  for (const entry of after.slice(both)) differences.appeared.push(seen(entry));
}

/** What only one side has, by everything that may differ. The same thing seen twice in overlapping answers is one thing. */
function unequal(a: readonly Entry[], b: readonly Entry[]): readonly [readonly Entry[], readonly Entry[]] {
  const [before, after] = [bySignature(a), bySignature(b)];
  const only = (one: ReadonlyMap<string, Entry>, other: ReadonlyMap<string, Entry>): readonly Entry[] =>
    [...one].filter(([signature]) => !other.has(signature)).map(([, entry]) => entry);
  return [only(before, after), only(after, before)];
}

const bySignature = (entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(
    entries
      .map((entry) => [JSON.stringify([...entry.fields].sort(([x], [y]) => order(x, y))), entry] as const)
      .sort(([x], [y]) => order(x, y)),
  );

const seen = ({ what, fields }: Entry): Differences['went'][number] => ({
  what,
  value: told(fields.filter(([, text]) => text !== nothing)),
});

function change(one: Entry, other: Entry): Differences['changed'][number] | null {
  const from = differing(one.fields, other.fields);
  const to = differing(other.fields, one.fields);
  return from.length + to.length === 0 ? null : { what: other.what, from: told(from), to: told(to) };
}

/** The fields that the other list lacks or has otherwise. They nearly always stand in the same order. */
function differing(fields: Entry['fields'], others: Entry['fields']): Entry['fields'] {
  const suspects = fields.filter((field, index) => !isSame(field, others[index]));
  if (suspects.length === 0) return suspects;
  const texts = new Map(others);
  return suspects.filter(([name, text]) => texts.get(name) !== text);
}

const isSame = (field: Entry['fields'][number], other: Entry['fields'][number] | undefined): boolean =>
  other !== undefined && field[0] === other[0] && field[1] === other[1];

const told = (fields: Entry['fields']): string =>
  fields.map(([name, text]) => (name === '' ? text : `${name}: ${text}`)).join('; ');
