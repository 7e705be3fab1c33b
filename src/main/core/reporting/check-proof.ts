import { canonicalJson } from '../planning/canonical-json';
import type { Sealing } from './proof';
import type { Report } from './report';

/** What is signed: the report without its proof, in the one form that equal reports share. */
export const sealedText = ({ proof: _proof, ...report }: Report): string => canonicalJson(report);

/** What can be said of a report that somebody brings: unchanged or not, and whether this very computer made it. */
export type ProofVerdict = 'ours' | 'genuine' | 'changed' | 'unsigned';

export function checkProof(report: Report, sealing: Sealing): ProofVerdict {
  if (report.proof === null) return 'unsigned';
  if (!sealing.isGenuine(sealedText(report), report.proof)) return 'changed';
  return sealing.isOurs(report.proof.publicKey) ? 'ours' : 'genuine';
}
