import type { Knowledge } from '../../src/main/core/knowledge/knowledge';

/** Sources that marks and recipes cite and that are in no fact base, with who cites them. */
export function unknownSources(knowledge: Knowledge, known: readonly string[]): readonly string[] {
  const ids = new Set(known);
  return [
    ...knowledge.signatures.flatMap(({ id, marks }) =>
      marks.map(({ id: mark, fact }) => ({ named: `mark ${id}/${mark}`, fact })),
    ),
    ...knowledge.signatures.flatMap(({ id, uninstaller }) =>
      uninstaller === undefined ? [] : [{ named: `uninstaller of ${id}`, fact: uninstaller.fact }],
    ),
    ...knowledge.recipes.flatMap(({ product, removal, preparations }) => [
      { named: `recipe for ${product}`, fact: removal.fact },
      ...preparations.map(({ id, fact }) => ({ named: `preparation ${id} for ${product}`, fact })),
    ]),
  ].flatMap(({ named, fact }) =>
    fact.sources.filter((source) => !ids.has(source)).map((source) => `${named} cites ${source}`),
  );
}
