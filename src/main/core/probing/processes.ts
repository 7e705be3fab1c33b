import { listProbe } from './list-probe';

/** What runs now, by the path of its program: names alone prove nothing, and self-defence may hide the path. */
export const processesProbe = listProbe({
  id: 'processes',
  platforms: ['linux', 'windows', 'macos'],
  required: false,
  limitMs: 5_000,
  question: 'processes',
  findings: ({ pid, name, executable }) => [
    {
      kind: 'process',
      where: `pid ${pid}`,
      facts: { name, executable },
      trust: executable === null ? 'user' : 'system',
    },
  ],
});
