import type { Finding } from '../probing/finding';

/**
 * The driver of the file-level and disk encryption of Endpoint Security (G15, one source, seen 2026-11-23), where it is there. Whether
 * anything is encrypted cannot be told from outside, and the keys may lie on a server (K6, K9): so a person has to say.
 */
export function encryptionDriver(findings: readonly Finding[]): string | null {
  const driver = findings.find(
    ({ kind, facts }) =>
      kind === 'driver' && facts['executableExists'] === true && /^klfdefsf(\.|$)/i.test(String(facts['name'])),
  );
  return driver === undefined ? null : String(driver.facts['name']);
}
