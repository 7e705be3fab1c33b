import type { Words } from '../../words/words-in';

/** The kind of a left-over. Kinds come from data: one that has no words yet is shown as it is. */
export function tellKind(kind: string, { t, has }: Words): string {
  if (has(`kinds.${kind}`)) return t(`kinds.${kind}`);
  return has(`check.left.kind.${kind}`) ? t(`check.left.kind.${kind}`) : kind;
}
