import type { Knowledge } from '../knowledge';
import type { Mark, Signature } from '../signature';

/** Every mark with the signature it belongs to, and how both are named in a message. */
export const marksOf = (
  knowledge: Knowledge,
): readonly { readonly signature: Signature; readonly mark: Mark; readonly named: string }[] =>
  knowledge.signatures.flatMap((signature) =>
    signature.marks.map((mark) => ({ signature, mark, named: `mark ${signature.id}/${mark.id}` })),
  );
