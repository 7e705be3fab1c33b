import { ok } from '../machine/answer';
import type { Probe } from './probe';

/** The condition the computer is in, for what must be settled before a removal. Several reasons for a restart become one text. */
export const conditionProbe: Probe = {
  id: 'condition',
  platforms: ['linux', 'windows', 'macos'],
  required: false,
  limitMs: 5_000,
  async run(ask) {
    const condition = await ask('condition', {});
    if (condition.status !== 'ok') return condition;
    const { restartPending, ...rest } = condition.value;
    return ok([
      {
        probe: 'condition',
        kind: 'condition',
        where: 'this computer',
        facts: { ...rest, restartPending: restartPending.length === 0 ? null : restartPending.join(', ') },
        trust: 'system',
      },
    ]);
  },
};
