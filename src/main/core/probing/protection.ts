import { listProbe } from './list-probe';

/** What protects this computer, as the system itself reports it. */
export const protectionProbe = listProbe({
  id: 'protection',
  platforms: ['linux', 'windows', 'macos'],
  required: false,
  limitMs: 10_000,
  question: 'protection',
  findings: ({ name, state, definitions, ghost, seenBy }) => [
    { kind: 'protection', where: seenBy, facts: { name, state, definitions, ghost }, trust: 'system' },
  ],
});

/** What the system brings itself. It counts beside the listed products and is asked on its own, because it can hang (C-GLPI-WIN, seen 2026-11-23). */
export const builtInProtectionProbe = listProbe({
  id: 'built-in-protection',
  platforms: ['windows', 'macos'],
  required: false,
  limitMs: 5_000,
  question: 'built-in-protection',
  findings: ({ name, state, offByPolicy, definitionsDate, seenBy }) => [
    {
      kind: 'built-in-protection',
      where: seenBy,
      facts: { name, state, offByPolicy, definitionsDate },
      trust: 'system',
    },
  ],
});
