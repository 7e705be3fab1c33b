import { expect, test } from 'vitest';
import { judgeDefender, type DefenderFacts } from '../../../src/main/platform/windows/judge-defender';

const usual: DefenderFacts = {
  service: 'running',
  disabled: null,
  passive: null,
  realTimeDisabled: null,
  policyDisabled: null,
  policyRealTimeDisabled: null,
  policyPassive: null,
};

test.each([
  ['runs with nothing against it', {}, 'on', false],
  [
    'has switches that are all at nought',
    { disabled: 0, passive: 0, realTimeDisabled: 0, policyDisabled: 0 },
    'on',
    false,
  ],
  ['stepped aside for another product', { service: 'stopped', disabled: 1 }, 'off', false],
  ['runs in passive mode', { passive: 2 }, 'off', false],
  ['runs without watching', { realTimeDisabled: 1 }, 'off', false],
  ['is kept off by a policy', { service: 'stopped', policyDisabled: 1 }, 'off', true],
  ['runs in spite of a policy', { policyDisabled: 1 }, 'unknown', true],
  ['is told to be passive on a server', { service: 'running', policyPassive: 1 }, 'unknown', true],
  ['is just starting', { service: 'unknown' }, 'unknown', false],
  ['has settings and no service', { service: 'absent' }, 'off', false],
] as const)('Defender that %s', (_, facts, state, offByPolicy) => {
  expect(judgeDefender({ ...usual, ...facts })).toEqual({ state, offByPolicy });
});
