import { listProbe } from './list-probe';

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

/** What else starts by itself, by its program. */
export const autostartsProbe = listProbe({
  id: 'autostarts',
  platforms: ['linux', 'windows', 'macos'],
  required: false,
  limitMs: 5_000,
  question: 'autostarts',
  findings: ({ name, program, where, scope }) => [
    { kind: 'autostart', where: `${where} ${name}`, facts: { name, program }, trust: scope },
  ],
});
