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
  readonly exact: Map<string, Map<string, Candidate[]>>;
  readonly others: Candidate[];
}

function indexMarks(signatures: readonly Signature[]): ReadonlyMap<FindingKind, KindIndex> {
  const index = new Map<FindingKind, KindIndex>();
  for (const signature of signatures)
    for (const mark of signature.marks) {
      const kind = index.get(mark.kind) ?? { exact: new Map<string, Map<string, Candidate[]>>(), others: [] };
      index.set(mark.kind, kind);
      const tests = Object.entries(mark.match).map(([fact, matcher]) => [fact, testFor(matcher)] as const);
      const candidate = { signature, mark, tests };
      const key = Object.entries(mark.match).find(([, matcher]) => exactValues(matcher) !== null);
      if (key === undefined) kind.others.push(candidate);
      else
        for (const value of exactValues(key[1]) ?? []) {
          const values = kind.exact.get(key[0]) ?? new Map<string, Candidate[]>();
          kind.exact.set(key[0], values);
          values.set(value, [...(values.get(value) ?? []), candidate]);
        }
    }
  return index;
}

function* candidatesFor(kind: KindIndex, finding: Finding): Iterable<Candidate> {
  for (const [fact, values] of kind.exact) {
    const value = finding.facts[fact];
    if (typeof value === 'string') yield* values.get(value.toLowerCase()) ?? [];
  }
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
