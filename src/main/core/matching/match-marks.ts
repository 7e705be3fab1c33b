import type { Mark, Signature } from '../knowledge/signature';
import type { Finding } from '../probing/finding';
import { indexMarks, type Candidate, type KindIndex } from './index-marks';

export interface MarkMatch {
  readonly mark: Mark;
  readonly finding: Finding;
}

/**
 * Holds every finding against every mark of its kind. Marks that ask for an exact value are looked up by it and the others stand behind
 * one pattern for all, so the work grows with the number of findings and hardly with the number of marks. Order of
 * findings never matters to what is found.
 */
export function matchMarks(
  signatures: readonly Signature[],
  findings: readonly Finding[],
): ReadonlyMap<Signature, readonly MarkMatch[]> {
  const index = indexMarks(signatures);
  const matches = new Map<Signature, MarkMatch[]>();
  for (const finding of findings) {
    const kind = index.get(finding.kind);
    if (kind !== undefined) matchOne(kind, finding, matches);
  }
  return matches;
}

/** Nothing is made anew for a finding that is no mark: nearly all of a hundred thousand are none. */
function matchOne(kind: KindIndex, finding: Finding, matches: Map<Signature, MarkMatch[]>): void {
  for (const { fact, candidates } of kind.exact) {
    const value = finding.facts[fact];
    const found = typeof value === 'string' ? candidates.get(value.toLowerCase()) : undefined;
    if (found !== undefined) for (const candidate of found) offer(candidate, finding, matches);
  }
  for (const { fact, passes, candidates } of kind.gated)
    if (passes(finding.facts[fact])) for (const candidate of candidates) offer(candidate, finding, matches);
  for (const candidate of kind.others) offer(candidate, finding, matches);
}

function offer({ signature, mark, tests }: Candidate, finding: Finding, matches: Map<Signature, MarkMatch[]>): void {
  for (const { fact, passes } of tests) if (!passes(finding.facts[fact])) return;
  const list = matches.get(signature);
  if (list === undefined) matches.set(signature, [{ mark, finding }]);
  else list.push({ mark, finding });
}
