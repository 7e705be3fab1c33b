import * as z from 'zod';

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
