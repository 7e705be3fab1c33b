import { matchMarks } from '../../src/main/core/matching/match-marks';
import type { Signature } from '../../src/main/core/knowledge/signature';
import type { Platform } from '../../src/main/core/machine/shapes';
import type { Finding } from '../../src/main/core/probing/finding';

/** What the probes found on one recorded computer. */
export interface FoundOn {
  readonly machine: string;
  readonly platform: Platform;
  readonly findings: readonly Finding[];
}

/** Marks that no recorded computer matches, and marks that none refuses although it has findings of their kind. */
export function unexercisedMarks(signatures: readonly Signature[], machines: readonly FoundOn[]) {
  const matched = new Set<string>();
  const refused = new Set<string>();
  for (const { platform, findings } of machines) {
    const here = signatures.filter(({ platforms }) => platforms.includes(platform));
    const matches = matchMarks(here, findings);
    const kinds = new Set(findings.map(({ kind }) => kind));
    for (const signature of here) {
      const spoken = new Set((matches.get(signature) ?? []).map(({ mark }) => mark.id));
      for (const { id, kind } of signature.marks) {
        if (spoken.has(id)) matched.add(`${signature.id}/${id}`);
        else if (kinds.has(kind)) refused.add(`${signature.id}/${id}`);
      }
    }
  }
  const all = signatures.flatMap(({ id, marks }) => marks.map((mark) => `${id}/${mark.id}`));
  return {
    neverMatched: all.filter((mark) => !matched.has(mark)),
    neverRefused: all.filter((mark) => !refused.has(mark)),
  };
}
