import { ok } from '../machine/answer';
import type { Probe } from './probe';

/** What runs now, by the path of its program: names alone prove nothing, and self-defence may hide the path. */
export const processesProbe: Probe = {
  id: 'processes',
  platforms: ['linux', 'windows'],
  required: false,
  limitMs: 5_000,
  async run(ask) {
    const processes = await ask('processes', {});
    if (processes.status !== 'ok') return processes;
    return ok(
      processes.value.map((process) => ({
        probe: 'processes',
        kind: 'process',
        where: `pid ${process.pid}`,
        facts: { name: process.name, executable: process.executable },
        trust: process.executable === null ? 'user' : 'system',
      })),
    );
  },
};
