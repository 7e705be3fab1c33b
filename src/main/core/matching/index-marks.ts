import type { FindingKind, Mark, Signature } from '../knowledge/signature';
import { exactTexts, factTest, type FactTest } from './fact-tests';

/** A mark with its tests ready to be made. */
export interface Candidate {
  readonly signature: Signature;
  readonly mark: Mark;
  readonly tests: readonly { readonly fact: string; readonly passes: FactTest }[];
}

/** The marks of one kind, each under the one way by which findings reach it. Lists and not maps, because every finding walks them. */
export interface KindIndex {
  /** By the exact value of a fact, in lower case. */
  readonly exact: readonly {
    readonly fact: string;
    readonly candidates: ReadonlyMap<string, readonly Candidate[]>;
  }[];
  /** Behind one pattern that lets through what any of the candidates' own would, so that ordinary findings cost one look. */
  readonly gated: readonly {
    readonly fact: string;
    readonly passes: FactTest;
    readonly candidates: readonly Candidate[];
  }[];
  readonly others: readonly Candidate[];
}

export function indexMarks(signatures: readonly Signature[]): ReadonlyMap<FindingKind, KindIndex> {
  const byKind = new Map<FindingKind, Candidate[]>();
  for (const signature of signatures)
    for (const mark of signature.marks) {
      const tests = Object.entries(mark.match).map(([fact, matcher]) => ({ fact, passes: factTest(matcher) }));
      listIn(byKind, mark.kind).push({ signature, mark, tests });
    }
  return new Map([...byKind].map(([kind, candidates]) => [kind, indexKind(candidates)]));
}

/**
 * A mark is found by its exact value when it asks for one, else behind the gate of the pattern it shares with most others, such as that of
 * the publisher: the fewer patterns a gate is made of, the less an ordinary finding costs.
 */
function indexKind(candidates: readonly Candidate[]): KindIndex {
  const uses = usesOfPatterns(candidates);
  const exact = new Map<string, Map<string, Candidate[]>>();
  const gated = new Map<string, { readonly patterns: Set<string>; readonly candidates: Candidate[] }>();
  const others: Candidate[] = [];
  for (const candidate of candidates) {
    const { match } = candidate.mark;
    const facts = Object.keys(match);
    const named = facts.find((fact) => exactTextsOf(match[fact]) !== null);
    const fact = facts
      .filter((name) => 'pattern' in (match[name] ?? {}))
      .sort((a, b) => (uses.get(patternOf(match[b])) ?? 0) - (uses.get(patternOf(match[a])) ?? 0))[0];
    if (named !== undefined) {
      const byValue = exact.get(named) ?? new Map<string, Candidate[]>();
      exact.set(named, byValue);
      for (const value of exactTextsOf(match[named]) ?? []) listIn(byValue, value).push(candidate);
    } else if (fact !== undefined) {
      const gate = gated.get(fact) ?? { patterns: new Set(), candidates: [] };
      gated.set(fact, gate);
      gate.candidates.push(candidate);
      gate.patterns.add(patternOf(match[fact]));
    } else others.push(candidate);
  }
  return {
    exact: [...exact].map(([fact, byValue]) => ({ fact, candidates: byValue })),
    gated: [...gated].map(([fact, gate]) => ({
      fact,
      passes: factTest({ pattern: [...gate.patterns].map((pattern) => `(?:${pattern})`).join('|') }),
      candidates: gate.candidates,
    })),
    others,
  };
}

function usesOfPatterns(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { mark } of candidates)
    for (const matcher of Object.values(mark.match))
      uses.set(patternOf(matcher), (uses.get(patternOf(matcher)) ?? 0) + 1);
  return uses;
}

type Asked = Mark['match'][string] | undefined;

const exactTextsOf = (matcher: Asked): readonly string[] | null => (matcher === undefined ? null : exactTexts(matcher));

const patternOf = (matcher: Asked): string => (matcher !== undefined && 'pattern' in matcher ? matcher.pattern : '');

function listIn<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
