/** What the build puts inside the program: the signed knowledge pack, the key it is checked with, and the simulated computers. */
declare module 'offramp:embedded' {
  /** The pack's exact text, as it was signed. */
  export const knowledgeText: string;
  /** Ed25519 signature of that text, base64. */
  export const knowledgeSignature: string;
  /** The public key packs are checked with, PEM. */
  export const publicKeyPem: string;
  /** JSON array of simulated computers. */
  export const computersText: string;
  /** The program's version. */
  export const version: string;
}
