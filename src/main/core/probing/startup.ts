import { ok } from '../machine/answer';
import type { Finding } from './finding';
import { listProbe } from './list-probe';
import type { Probe } from './probe';
import { askedFor } from './asked-for';
import { trustInPlace } from './trust-in-place';

/** Tasks of every folder, which any user may register, by what they start: no task name of the vendor is known, so the target decides (knowledge of Windows, section 4, seen 2026-11-23). */
export const scheduledTasksProbe = listProbe({
  id: 'scheduled-tasks',
  platforms: ['windows'],
  required: false,
  limitMs: 5_000,
  question: 'scheduled-tasks',
  findings: ({ path, program, enabled }) => [
    { kind: 'task', where: path, facts: { path, program, enabled }, trust: 'user' },
  ],
});

/** What else starts by itself, by its program. The computer's own entry counts only for a program in a place that is not anybody's. */
export const autostartsProbe: Probe = {
  id: 'autostarts',
  platforms: ['linux', 'windows', 'macos'],
  required: false,
  limitMs: 5_000,
  async run(ask, signatures) {
    const answer = await ask('autostarts', {});
    if (answer.status !== 'ok') return answer;
    const isAskedFor = askedFor(signatures, 'autostart', 'program');
    const findings = answer.value.map(async ({ name, program, where, scope }): Promise<Finding> => ({
      probe: 'autostarts',
      kind: 'autostart',
      where: `${where} ${name}`,
      facts: { name, program },
      trust: scope === 'system' && program !== null && isAskedFor(program) ? await trustInPlace(program, ask) : scope,
    }));
    return ok(await Promise.all(findings));
  },
};
