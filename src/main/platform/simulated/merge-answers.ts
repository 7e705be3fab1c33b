import type { Answers } from '../../core/machine/machine-file';
import type { RegistryKey } from '../../core/machine/shapes';

/**
 * One computer from what each of its parts says. Lists are put together, registry keys of one path become one key, and any other
 * value of a later part takes the place of an earlier one. A value always wins over "not there".
 */
export function mergeAnswers(parts: readonly Answers[]): Answers {
  const merged: Answers = {};
  for (const part of parts)
    for (const [key, answer] of Object.entries(part)) {
      const before = merged[key];
      merged[key] = before === undefined ? answer : mergeAnswer(key, before, answer);
    }
  return merged;
}

type StoredAnswer = Answers[string];

function mergeAnswer(key: string, before: StoredAnswer, after: StoredAnswer): StoredAnswer {
  if (after.status !== 'ok') return before.status === 'absent' ? after : before;
  if (before.status !== 'ok') return after;
  if (!Array.isArray(before.value) || !Array.isArray(after.value)) return after;
  const value = key.startsWith('registry-tree ')
    ? mergeKeys(before.value as RegistryKey[], after.value as RegistryKey[])
    : withoutRepeats([...(before.value as unknown[]), ...(after.value as unknown[])]);
  return { status: 'ok', value };
}

function withoutRepeats(items: readonly unknown[]): readonly unknown[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const text = JSON.stringify(item);
    return seen.has(text) ? false : seen.add(text);
  });
}

function mergeKeys(before: readonly RegistryKey[], after: readonly RegistryKey[]): readonly RegistryKey[] {
  const keys = new Map(before.map((key) => [key.path.toLowerCase(), key]));
  for (const key of after) {
    const id = key.path.toLowerCase();
    const known = keys.get(id);
    keys.set(
      id,
      known === undefined
        ? key
        : { ...known, subkeys: union(known.subkeys, key.subkeys), values: { ...known.values, ...key.values } },
    );
    const cut = key.path.lastIndexOf('\\');
    const parent = keys.get(id.slice(0, Math.max(cut, 0)));
    // A part brings only its own key; the list of the key above must name it, as the real registry does.
    if (parent !== undefined && cut > 0)
      keys.set(parent.path.toLowerCase(), { ...parent, subkeys: union(parent.subkeys, [key.path.slice(cut + 1)]) });
  }
  return [...keys.values()];
}

const union = (before: readonly string[], after: readonly string[]): string[] => [
  ...before,
  ...after.filter((name) => !before.some((known) => known.toLowerCase() === name.toLowerCase())),
];
