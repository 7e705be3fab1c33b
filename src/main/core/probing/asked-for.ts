import type { FindingKind, Mark, Signature } from '../knowledge/signature';

/**
 * Whether a mark of this kind could be about something of that value: by the patterns the signatures give for one of its facts. A computer
 * starts hundreds of programs and the marks ask about a few, so only those few are looked at closer.
 */
export function askedFor(
  signatures: readonly Signature[],
  kind: FindingKind,
  fact: 'executable' | 'program' | 'name',
  ofMarks: (mark: Mark) => boolean = () => true,
): (value: string | null) => boolean {
  const patterns = new Set(
    signatures.flatMap(({ marks }) =>
      marks.flatMap((mark) => {
        const matcher = mark.kind === kind && ofMarks(mark) ? mark.match[fact] : undefined;
        return matcher !== undefined && 'pattern' in matcher ? [`(?:${matcher.pattern})`] : [];
      }),
    ),
  );
  if (patterns.size === 0) return () => false;
  const any = new RegExp(`^(?:${[...patterns].join('|')})$`, 'iu');
  return (value) => value !== null && any.test(value);
}
