import { listProbe } from './list-probe';

/** systemd units, launchd jobs, Windows services and drivers, with what they start and whether that is still there. */
export const servicesProbe = listProbe({
  id: 'services',
  platforms: ['linux', 'windows', 'macos'],
  required: true,
  limitMs: 10_000,
  question: 'services',
  findings: ({ kind, name, displayName, state, executable, executableExists, definedIn }) => [
    {
      kind,
      where: definedIn ?? name,
      facts: { name, displayName, state, executable, executableExists },
      trust: 'system',
    },
  ],
});
