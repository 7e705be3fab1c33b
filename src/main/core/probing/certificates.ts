import { ok } from '../machine/answer';
import type { Probe } from './probe';

/** Root certificates the system trusts. Kaspersky's are made on each computer, so subjects count and thumbprints do not (G37, G38, seen 2026-11-23). */
export const certificatesProbe: Probe = {
  id: 'certificates',
  platforms: ['linux', 'windows'],
  required: false,
  limitMs: 10_000,
  async run(ask) {
    const certificates = await ask('certificates', {});
    if (certificates.status !== 'ok') return certificates;
    return ok(
      certificates.value.map((certificate) => ({
        probe: 'certificates',
        kind: 'certificate',
        where: certificate.store,
        facts: { subject: certificate.subject, selfSigned: certificate.selfSigned, thumbprint: certificate.thumbprint },
        // Anybody may add a root of their own; only the computer's own stores are the system's word.
        trust: certificate.store.startsWith('CurrentUser') ? 'user' : 'system',
      })),
    );
  },
};
