import type { FindingKind, Mark, Matcher, Signature } from '../knowledge/signature';
import type { Finding } from '../probing/finding';

export interface MarkMatch {
  readonly mark: Mark;
  readonly finding: Finding;
}

/**
 * Holds every finding against every mark of its kind. Marks that ask for an exact value are looked up by it, so the work grows
 * with the number of findings and hardly with the number of marks. Order of findings never matters to what is found.
 */
export function matchMarks(
  signatures: readonly Signature[],
  findings: readonly Finding[],
): ReadonlyMap<Signature, readonly MarkMatch[]> {
  const index = indexMarks(signatures);
  const matches = new Map<Signature, MarkMatch[]>();
  for (const finding of findings) {
    const kind = index.get(finding.kind);
    if (kind === undefined) continue;
    for (const candidate of candidatesFor(kind, finding)) {
      if (!candidate.tests.every(([fact, test]) => test(finding.facts[fact]))) continue;
      const list = matches.get(candidate.signature) ?? [];
      list.push({ mark: candidate.mark, finding });
      matches.set(candidate.signature, list);
    }
  }
  return matches;
}

type FactTest = (value: Finding['facts'][string] | undefined) => boolean;

interface Candidate {
  readonly signature: Signature;
  readonly mark: Mark;
  readonly tests: readonly (readonly [string, FactTest])[];
}

interface KindIndex {
  /** fact -> exact value -> candidates. */
  readonly exact: ReadonlyMap<string, ReadonlyMap<string, readonly Candidate[]>>;
  /** fact -> one pattern that lets through what any of the candidates' own would, so that ordinary findings cost one look. */
  readonly gated: ReadonlyMap<string, { readonly passes: FactTest; readonly candidates: readonly Candidate[] }>;
  readonly others: readonly Candidate[];
}

function indexMarks(signatures: readonly Signature[]): ReadonlyMap<FindingKind, KindIndex> {
  const byKind = new Map<FindingKind, Candidate[]>();
  for (const signature of signatures)
    for (const mark of signature.marks) {
      const tests = Object.entries(mark.match).map(([fact, matcher]) => [fact, testFor(matcher)] as const);
      const candidates = byKind.get(mark.kind) ?? [];
      candidates.push({ signature, mark, tests });
      byKind.set(mark.kind, candidates);
    }
  return new Map([...byKind].map(([kind, candidates]) => [kind, indexKind(candidates)]));
}

/** A mark is found by its exact value when it asks for one, else behind the gate of its first pattern. */
function indexKind(candidates: readonly Candidate[]): KindIndex {
  const exact = new Map<string, Map<string, Candidate[]>>();
  const patterned = new Map<string, { readonly pattern: string; readonly candidate: Candidate }[]>();
  const others: Candidate[] = [];
  for (const candidate of candidates) {
    const matchers = Object.entries(candidate.mark.match);
    const [fact, values] = matchers.flatMap(([name, matcher]) => {
      const found = exactValues(matcher);
      return found === null ? [] : [[name, found] as const];
    })[0] ?? [null, []];
    const pattern = matchers.find(([, matcher]) => 'pattern' in matcher);
    if (fact !== null) for (const value of values) push(mapIn(exact, fact), value, candidate);
    else if (pattern !== undefined && 'pattern' in pattern[1])
      push(patterned, pattern[0], { pattern: pattern[1].pattern, candidate });
    else others.push(candidate);
  }
  const gated = new Map(
    [...patterned].map(([fact, entries]) => [
      fact,
      {
        passes: testFor({ pattern: [...new Set(entries.map(({ pattern }) => `(?:${pattern})`))].join('|') }),
        candidates: entries.map(({ candidate }) => candidate),
      },
    ]),
  );
  return { exact, gated, others };
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function mapIn<T>(maps: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const map = maps.get(key) ?? new Map<string, T>();
  maps.set(key, map);
  return map;
}

function* candidatesFor(kind: KindIndex, finding: Finding): Iterable<Candidate> {
  for (const [fact, values] of kind.exact) {
    const value = finding.facts[fact];
    if (typeof value === 'string') yield* values.get(value.toLowerCase()) ?? [];
  }
  for (const [fact, { passes, candidates }] of kind.gated) if (passes(finding.facts[fact])) yield* candidates;
  yield* kind.others;
}

/** Names are compared without case: Windows does, and on Linux a product never differs from another by case alone. */
const exactValues = (matcher: Matcher): readonly string[] | null =>
  'oneOf' in matcher
    ? matcher.oneOf.map((value) => value.toLowerCase())
    : 'is' in matcher && typeof matcher.is === 'string'
      ? [matcher.is.toLowerCase()]
      : null;

function testFor(matcher: Matcher): FactTest {
  if ('pattern' in matcher) {
    const pattern = new RegExp(`^(?:${matcher.pattern})$`, 'iu');
    return (value) => typeof value === 'string' && pattern.test(value);
  }
  if ('oneOf' in matcher) {
    const values = new Set(matcher.oneOf.map((value) => value.toLowerCase()));
    return (value) => typeof value === 'string' && values.has(value.toLowerCase());
  }
  const { is } = matcher;
  return typeof is === 'string'
    ? (value) => typeof value === 'string' && value.toLowerCase() === is.toLowerCase()
    : (value) => value === is;
}
