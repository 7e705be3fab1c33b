export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One place in a JSON value that is not as it was. `undefined` stands for nothing being there. */
export interface ChangedPath {
  readonly path: string;
  readonly before: Json | undefined;
  readonly now: Json | undefined;
}

/**
 * Where two JSON values differ, in the order of the first. Members of a list are told apart by what they are (`id`, `product`,
 * `mark` and `where` …) when that tells all of them apart, so that one member more does not make all after it differ.
 */
export function changedPaths(before: Json, now: Json, path = ''): readonly ChangedPath[] {
  if (isList(before) && isList(now)) return changedMembers(membersOf(before, now), membersOf(now, before), path);
  if (isObject(before) && isObject(now)) return changedMembers(fieldsOf(before), fieldsOf(now), path);
  return JSON.stringify(before) === JSON.stringify(now) ? [] : [{ path, before, now }];
}

function changedMembers(
  before: ReadonlyMap<string, Json>,
  now: ReadonlyMap<string, Json>,
  path: string,
): readonly ChangedPath[] {
  const names = [...new Set([...before.keys(), ...now.keys()])];
  const changed = names.flatMap((name) => {
    const [was, is] = [before.get(name), now.get(name)];
    if (was === undefined || is === undefined) return [{ path: path + name, before: was, now: is }];
    return changedPaths(was, is, path + name);
  });
  const kept = (one: ReadonlyMap<string, Json>, other: ReadonlyMap<string, Json>) =>
    [...one.keys()].filter((name) => other.has(name));
  // Fields of an object have no order; members of a list have one, and it is part of what was accepted.
  const moved = isListMap(before) && kept(before, now).join('\n') !== kept(now, before).join('\n');
  return moved ? [...changed, { path: `${path} (order)`, before: kept(before, now), now: kept(now, before) }] : changed;
}

const fieldsOf = (value: { readonly [key: string]: Json }): ReadonlyMap<string, Json> =>
  new Map(Object.entries(value).map(([name, field]) => [`.${name}`, field]));

function membersOf(list: readonly Json[], other: readonly Json[]): ReadonlyMap<string, Json> {
  const names = identities.find((fields) => tellsApart(fields, list) && tellsApart(fields, other));
  return new Map(list.map((member, at) => [`[${names === undefined ? at : nameOf(names, member)}]`, member]));
}

/** What members of lists in scans and plans are known by, the best first; a plain text is known by itself. */
const identities: readonly (readonly string[])[] = [
  [],
  ['id'],
  ['product'],
  ['mark', 'where'],
  ['owner', 'where'],
  ['name'],
];

function tellsApart(fields: readonly string[], list: readonly Json[]): boolean {
  const names = list.map((member) => nameOf(fields, member));
  return names.every((name) => name !== null) && new Set(names).size === names.length;
}

function nameOf(fields: readonly string[], member: Json): string | null {
  if (fields.length === 0) return typeof member === 'string' ? member : null;
  if (!isObject(member)) return null;
  const values = fields.map((field) => member[field]);
  return values.every((value) => typeof value === 'string') ? values.join(' ') : null;
}

const isListMap = (members: ReadonlyMap<string, Json>): boolean =>
  members.keys().next().value?.startsWith('[') === true;
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
