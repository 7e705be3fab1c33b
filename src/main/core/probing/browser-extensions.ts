import { listProbe } from './list-probe';

/** Extensions in every browser profile that can be read. A profile belongs to its user, so this is never the system's word. */
export const browserExtensionsProbe = listProbe({
  id: 'browser-extensions',
  platforms: ['linux', 'windows', 'macos'],
  required: false,
  limitMs: 10_000,
  question: 'browser-extensions',
  findings: ({ browser, profile, id, name, version }) => [
    { kind: 'browser-extension', where: `${browser} ${profile}`, facts: { id, name, version, browser }, trust: 'user' },
  ],
});

/** Programs that extensions may talk to: they outlive a product more often than its extension does (C-NM-ISSUES, G39, seen 2026-11-23). */
export const nativeHostsProbe = listProbe({
  id: 'native-hosts',
  platforms: ['linux', 'windows', 'macos'],
  required: false,
  limitMs: 5_000,
  question: 'native-hosts',
  findings: ({ browser, name, manifest, program, scope }) => [
    { kind: 'native-host', where: manifest, facts: { browser, name, program }, trust: scope },
  ],
});

/** Extensions that policies or installers give to browsers. A firm's policy is the firm's: it is told and never touched. */
export const extensionPoliciesProbe = listProbe({
  id: 'extension-policies',
  platforms: ['linux', 'windows', 'macos'],
  required: false,
  limitMs: 5_000,
  question: 'extension-policies',
  findings: ({ browser, id, kind, where, scope }) => [
    { kind: 'extension-policy', where, facts: { browser, id, policy: kind }, trust: scope },
  ],
});
