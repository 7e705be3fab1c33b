import type { Knowledge } from './knowledge';
import type { Mark, Signature } from './signature';

/** What the schema of one file cannot see. Each rule gives sentences that say what is wrong and where; none means all is well. */
export const rules = {
  'ids are unique': (k: Knowledge) => [
    ...repeated(k.signatures.map((s) => s.id)).map((id) => `signature ${id} is there twice`),
    ...repeated(k.recipes.map((r) => r.product)).map((id) => `recipe for ${id} is there twice`),
    ...repeated(k.alternatives.map((a) => a.id)).map((id) => `alternative ${id} is there twice`),
    ...repeated(k.policies.map((p) => p.id)).map((id) => `policy ${id} is there twice`),
    ...k.signatures.flatMap((s) => repeated(s.marks.map((m) => m.id)).map((id) => `mark ${s.id}/${id} is there twice`)),
  ],
  'what is unverified never decides': (k: Knowledge) =>
    marksOf(k)
      .filter(({ mark }) => mark.fact.confidence === 'unverified' && mark.strength === 'decides')
      .map(({ signature, mark }) => `mark ${signature.id}/${mark.id} is unverified and must only support`),
  'every mark asks for something': (k: Knowledge) =>
    marksOf(k)
      .filter(({ mark }) => Object.keys(mark.match).length === 0)
      .map(({ signature, mark }) => `mark ${signature.id}/${mark.id} would match everything`),
  'patterns compile and hold no traps': (k: Knowledge) =>
    marksOf(k).flatMap(({ signature, mark }) =>
      Object.values(mark.match).flatMap((matcher) =>
        'pattern' in matcher && !isSafePattern(matcher.pattern)
          ? [
              `mark ${signature.id}/${mark.id} has a pattern that does not compile or could run for ever: ${matcher.pattern}`,
            ]
          : [],
      ),
    ),
  'every removable product has a recipe': (k: Knowledge) =>
    k.signatures
      .filter((s) => s.family !== 'embedded' && !k.recipes.some((r) => r.product === s.id))
      .map((s) => `signature ${s.id} has no recipe`),
  'every recipe is for a known product': (k: Knowledge) =>
    k.recipes
      .filter((r) => !k.signatures.some((s) => s.id === r.product))
      .map((r) => `recipe for ${r.product}: no such product`),
  'what is unverified is never run': (k: Knowledge) =>
    k.recipes
      .filter((r) => r.removal.verb !== 'none' && r.removal.fact.confidence === 'unverified')
      .map((r) => `recipe for ${r.product} rests on an unverified fact`),
  'a removal has what it needs from the marks': (k: Knowledge) =>
    k.recipes.flatMap((r) => {
      const gives =
        k.signatures.find((s) => s.id === r.product)?.marks.flatMap((m) => Object.keys(m.gives ?? {})) ?? [];
      const needs =
        r.removal.verb === 'remove-packages' ? 'package' : r.removal.verb === 'uninstall-msi' ? 'productCode' : null;
      return needs !== null && !gives.includes(needs)
        ? [`recipe for ${r.product} needs a mark that gives ${needs}`]
        : [];
    }),
  'the management agent goes last': (k: Knowledge) => {
    const managing = new Set(k.signatures.filter((s) => s.manages === true).map((s) => s.id));
    const last = Math.max(...k.recipes.filter((r) => !managing.has(r.product)).map((r) => r.order));
    return k.recipes
      .filter((r) => managing.has(r.product) && r.order <= last)
      .map((r) => `recipe for ${r.product} must have an order above ${last}`);
  },
  'both languages say the same things': (k: Knowledge) => {
    const [en, es] = [keysOf(k.messages.en), keysOf(k.messages.es)];
    return [
      ...en.filter((key) => !es.includes(key)).map((key) => `message ${key} is missing in es`),
      ...es.filter((key) => !en.includes(key)).map((key) => `message ${key} is missing in en`),
    ];
  },
  'both languages fill in the same names': (k: Knowledge) => {
    const es = flatten(k.messages.es);
    return [...flatten(k.messages.en)]
      .filter(([key, text]) => es.has(key) && placeholders(text).join() !== placeholders(es.get(key) ?? '').join())
      .map(([key]) => `message ${key} fills in different names in en and es`);
  },
} as const satisfies Record<string, (knowledge: Knowledge) => readonly string[]>;

/** All faults of all rules; empty when the knowledge is sound. */
export const faultsIn = (knowledge: Knowledge): readonly string[] =>
  Object.values(rules).flatMap((rule) => rule(knowledge));

const marksOf = (k: Knowledge): readonly { signature: Signature; mark: Mark }[] =>
  k.signatures.flatMap((signature) => signature.marks.map((mark) => ({ signature, mark })));

const repeated = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, at) => ids.indexOf(id) !== at)),
];

/** Nested repetition, as in `(a+)+`, can take exponential time on hostile names; no honest mark needs it. */
function isSafePattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'iu');
  } catch {
    return false;
  }
  return !/\([^)]*[+*][^)]*\)[+*{]/.test(pattern);
}

function flatten(messages: unknown, prefix = ''): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  if (typeof messages === 'string') return flat.set(prefix, messages);
  if (typeof messages !== 'object' || messages === null) return flat;
  for (const [name, inner] of Object.entries(messages))
    for (const [key, text] of flatten(inner, prefix === '' ? name : `${prefix}.${name}`)) flat.set(key, text);
  return flat;
}

const keysOf = (messages: unknown): readonly string[] => [...flatten(messages).keys()];

const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((m) => m[1] ?? ''))].sort();
