import * as z from 'zod';
import { canonicalJson } from '../planning/canonical-json';
import type { Report } from './report';

/** A signature over everything else in a report, by a key that stays on the computer it was made on. */
export const Proof = z.strictObject({
  algorithm: z.literal('ed25519'),
  /** SubjectPublicKeyInfo in DER, base64. */
  publicKey: z.string(),
  signature: z.string(),
});
export type Proof = z.infer<typeof Proof>;

/** Signs and checks; the key is somewhere else's business. */
export interface Sealing {
  sign(text: string): Proof;
  isGenuine(text: string, proof: Proof): boolean;
  /** Whether a public key is this computer's own. */
  isOurs(publicKey: string): boolean;
}

/** What is signed: the report without its proof, in the one form that equal reports share. */
export const sealedText = ({ proof: _proof, ...report }: Report): string => canonicalJson(report);

/** What can be said of a report that somebody brings: unchanged or not, and whether this very computer made it. */
export type ProofVerdict = 'ours' | 'genuine' | 'changed' | 'unsigned';

export function checkProof(report: Report, sealing: Sealing): ProofVerdict {
  if (report.proof === null) return 'unsigned';
  if (!sealing.isGenuine(sealedText(report), report.proof)) return 'changed';
  return sealing.isOurs(report.proof.publicKey) ? 'ours' : 'genuine';
}
