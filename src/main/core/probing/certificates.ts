import { listProbe } from './list-probe';

/** Root certificates the system and Firefox trust. Kaspersky's are made on each computer, so subjects count and thumbprints do not (G37, G38, seen 2026-11-23). */
export const certificatesProbe = listProbe({
  id: 'certificates',
  platforms: ['linux', 'windows', 'macos'],
  required: false,
  limitMs: 10_000,
  question: 'certificates',
  findings: ({ store, subject, selfSigned, thumbprint }) => [
    {
      kind: 'certificate',
      where: store,
      facts: { subject, selfSigned, thumbprint },
      // Anybody may add a root of their own; only the computer's own stores are the system's word.
      trust: /^(CurrentUser|Firefox|NSS)\b/.test(store) ? 'user' : 'system',
    },
  ],
});
