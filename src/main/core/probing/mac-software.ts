import { listProbe } from './list-probe';

/** Applications and other bundles by their identifier; the names of the vendor's apps disagree between sources (C-MACPATHS, C-WAZUH-MAC, seen 2026-11-23). */
export const appBundlesProbe = listProbe({
  id: 'app-bundles',
  platforms: ['macos'],
  required: true,
  limitMs: 10_000,
  question: 'app-bundles',
  findings: ({ path, id, name, version, ownedBySystem }) => [
    { kind: 'app-bundle', where: path, facts: { id, name, version, path }, trust: ownedBySystem ? 'system' : 'user' },
  ],
});

/** Receipts of the macOS installer (C-MACRCPT, C-OSQ, seen 2026-11-23). A receipt survives when an app is only dragged away. */
export const installReceiptsProbe = listProbe({
  id: 'install-receipts',
  platforms: ['macos'],
  required: true,
  limitMs: 10_000,
  question: 'install-receipts',
  findings: ({ id, version, location }) => [
    { kind: 'receipt', where: `receipt ${id}`, facts: { id, version, location }, trust: 'system' },
  ],
});

/** System extensions: deleting the app does not end them (C-COLLECT, C-OSQ, seen 2026-11-23). */
export const systemExtensionsProbe = listProbe({
  id: 'system-extensions',
  platforms: ['macos'],
  required: false,
  limitMs: 5_000,
  question: 'system-extensions',
  findings: ({ id, teamId, version, state }) => [
    {
      kind: 'system-extension',
      where: `system extension ${id}`,
      facts: { id, teamId, version, state },
      trust: 'system',
    },
  ],
});

/** Profiles of a firm's device management; they stay until the firm withdraws them (C-APPLE-DM, seen 2026-11-23). One finding for each identifier that a profile allows. */
export const deviceProfilesProbe = listProbe({
  id: 'device-profiles',
  platforms: ['macos'],
  required: false,
  limitMs: 5_000,
  question: 'device-profiles',
  findings: ({ id, name, organization, allows }) =>
    allows.map((allowed) => ({
      kind: 'device-profile' as const,
      where: `profile ${id}`,
      facts: { id, name, organization, allows: allowed },
      trust: 'system' as const,
    })),
});
