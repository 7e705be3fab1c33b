import { ok } from '../machine/answer';
import type { Finding } from './finding';
import type { Probe } from './probe';
import { askedFor } from './asked-for';
import { trustInPlace } from './trust-in-place';

/**
 * What runs now, by the path of its program: names alone prove nothing, and self-defence may hide the path. A program in a folder that
 * anybody may write is anybody's word, whatever the folder is called.
 */
export const processesProbe: Probe = {
  id: 'processes',
  platforms: ['linux', 'windows', 'macos'],
  required: false,
  limitMs: 5_000,
  async run(ask, signatures) {
    const answer = await ask('processes', {});
    if (answer.status !== 'ok') return answer;
    const isAskedFor = askedFor(signatures, 'process', 'executable');
    const programs = new Set(
      answer.value.flatMap(({ executable }) => (executable !== null && isAskedFor(executable) ? [executable] : [])),
    );
    const trusts = new Map(
      await Promise.all([...programs].map(async (program) => [program, await trustInPlace(program, ask)] as const)),
    );
    return ok(
      answer.value.map(({ pid, name, executable }): Finding => ({
        probe: 'processes',
        kind: 'process',
        where: `pid ${pid}`,
        facts: { name, executable },
        trust: executable === null ? 'user' : (trusts.get(executable) ?? 'system'),
      })),
    );
  },
};
