import type { Rule } from './rule';

/** A second entry of the same name would win or lose by the order of files. */
export const idsAreUnique: Rule = (k) => [
  ...repeated(k.signatures.map((s) => s.id)).map((id) => `signature ${id} is there twice`),
  ...repeated(k.recipes.map((r) => r.product)).map((id) => `recipe for ${id} is there twice`),
  ...repeated(k.alternatives.map((a) => a.id)).map((id) => `alternative ${id} is there twice`),
  ...repeated(k.policies.map((p) => p.id)).map((id) => `policy ${id} is there twice`),
  ...repeated(k.parity.map((p) => p.id)).map((id) => `parity ${id} is there twice`),
  ...k.signatures.flatMap((s) => repeated(s.marks.map((m) => m.id)).map((id) => `mark ${s.id}/${id} is there twice`)),
  ...k.recipes.flatMap((r) =>
    repeated(r.preparations.map((p) => p.id)).map((id) => `preparation ${id} for ${r.product} is there twice`),
  ),
];

const repeated = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, at) => ids.indexOf(id) !== at)),
];
