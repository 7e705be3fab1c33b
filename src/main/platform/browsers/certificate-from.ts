import { X509Certificate } from 'node:crypto';
import type { Certificate } from '../../core/machine/shapes';

/** What a store holds, as PEM or DER; null when it is no certificate. `isAuthority`: it says of itself that it may sign others. */
export function certificateFrom(
  source: Buffer | string,
  store: string,
): { readonly certificate: Certificate; readonly isAuthority: boolean } | null {
  let parsed;
  try {
    parsed = new X509Certificate(source);
  } catch {
    return null;
  }
  const expires = new Date(parsed.validTo);
  if (Number.isNaN(expires.getTime())) return null;
  return {
    isAuthority: parsed.ca,
    certificate: {
      store,
      subject: parsed.subject.replaceAll('\n', ', '),
      selfSigned: parsed.subject === parsed.issuer && parsed.checkIssued(parsed),
      thumbprint: parsed.fingerprint256.replaceAll(':', '').toLowerCase(),
      expiresOn: expires.toISOString(),
    },
  };
}
