import type { FindingKind, Mark, Signature } from '../knowledge/signature';
import { exactTexts, factTest, type FactTest } from './fact-tests';
import { requiredTexts, shortest, type AnyOf } from './required-texts';

/** A mark with its tests ready to be made. */
export interface Candidate {
  readonly signature: Signature;
  readonly mark: Mark;
  readonly tests: readonly { readonly fact: string; readonly passes: FactTest }[];
}

/** The marks of one kind, each under the one way by which findings reach it. */
export interface KindIndex {
  /** By the exact value of a fact, in lower case. */
  readonly exact: readonly {
    readonly fact: string;
    readonly candidates: ReadonlyMap<string, readonly Candidate[]>;
  }[];
  /** Behind a gate that nearly every ordinary finding fails at the cost of one look for plain texts. */
  readonly gated: readonly Gate[];
  readonly others: readonly Candidate[];
}

export interface Gate {
  readonly fact: string;
  /** Whether a value in lower case holds any of the texts that the candidates behind require. */
  readonly anyText: RegExp;
  /** The candidates by the texts of which they all require one, so that each is looked for once. */
  readonly groups: readonly { readonly texts: AnyOf; readonly waiting: readonly Waiting[] }[];
}

interface Waiting {
  readonly candidate: Candidate;
  /** What else must be held: one text of each set. */
  readonly more: readonly AnyOf[];
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

/** By its exact value when a mark asks for one, else behind the gate of its most telling pattern. */
function indexKind(candidates: readonly Candidate[]): KindIndex {
  const exact = new Map<string, Map<string, Candidate[]>>();
  const behind = new Map<string, Telling[]>();
  const others: Candidate[] = [];
  for (const candidate of candidates) {
    const matchers = Object.entries(candidate.mark.match);
    const [fact, values] = matchers.flatMap(([name, matcher]) => {
      const found = exactTexts(matcher);
      return found === null ? [] : [[name, found] as const];
    })[0] ?? [null, []];
    const telling = mostTelling(candidate.mark);
    if (fact !== null) {
      const byValue = exact.get(fact) ?? new Map<string, Candidate[]>();
      exact.set(fact, byValue);
      for (const value of values) listIn(byValue, value).push(candidate);
    } else if (telling !== null) listIn(behind, telling.fact).push({ ...telling, candidate });
    else others.push(candidate);
  }
  return {
    exact: [...exact].map(([fact, byValue]) => ({ fact, candidates: byValue })),
    gated: [...behind].map(([fact, telling]) => gateOf(fact, telling)),
    others,
  };
}

interface Telling extends Waiting {
  readonly fact: string;
  readonly texts: AnyOf;
}

/** The fact whose pattern requires the longest text. */
function mostTelling({ match }: Mark): Omit<Telling, 'candidate'> | null {
  const known = Object.entries(match).flatMap(([fact, matcher]) => {
    const [texts, ...more] = 'pattern' in matcher ? requiredTexts(matcher.pattern) : [];
    return texts === undefined ? [] : [{ fact, texts, more, length: shortest(texts) }];
  });
  return known.sort((a, b) => b.length - a.length)[0] ?? null;
}

function gateOf(fact: string, behind: readonly Telling[]): Gate {
  const all = [...new Set(behind.flatMap(({ texts }) => texts))];
  // A text that holds another one adds nothing to the look for both.
  const fewest = all.filter((text) => !all.some((other) => other !== text && text.includes(other)));
  const escaped = fewest.map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const groups = new Map<string, { readonly texts: AnyOf; readonly waiting: Waiting[] }>();
  for (const { texts, candidate, more } of behind) {
    const group = groups.get(texts.join('\n')) ?? { texts, waiting: [] };
    group.waiting.push({ candidate, more });
    groups.set(texts.join('\n'), group);
  }
  return { fact, anyText: new RegExp(escaped.join('|'), 'u'), groups: [...groups.values()] };
}

function listIn<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
