import { describe, expect, it } from 'vitest';
import { detect } from '../../../src/main/core/matching/detect';
import type { Finding } from '../../../src/main/core/probing/finding';
import { shippedKnowledge } from '../../support/knowledge';

const protection = 'ahkjpbeeocnddjkakilopmfdlnjdpcdm';
const signatures = shippedKnowledge().signatures.filter(({ id }) => id === 'browser-kaspersky-extensions');

const extension = (id: string, name: string, browser = 'Chrome'): Finding => ({
  probe: 'browser-extensions',
  kind: 'browser-extension',
  where: `${browser} ana/Default`,
  facts: { id, name, version: '1', browser },
  trust: 'user',
});
const host = (trust: Finding['trust'], name = `com.kaspersky.${protection}.host`): Finding => ({
  probe: 'native-hosts',
  kind: 'native-host',
  where: `/etc/opt/chrome/native-messaging-hosts/${name}.json`,
  facts: { browser: 'Chrome', name, program: null },
  trust,
});
const judged = (...findings: readonly Finding[]) => {
  const { detections, residue } = detect(signatures, findings, new Date('2026-11-23T12:00:00Z'));
  return {
    said: detections.map(({ state, confidence }) => `${state} ${confidence}`),
    residue: residue.map(({ kind, action }) => `${kind} ${action}`),
  };
};

describe('Kaspersky’s browser extensions', () => {
  it('are possible at most while only profiles speak for them, and only ever told', () => {
    const possible = { said: ['leftover possible'], residue: ['browser-extension report-only'] };

    expect(judged(extension(protection, 'Kaspersky Protection'))).toEqual(possible);
    expect(judged(extension('dhnkblpjbkfklfloegejegedcafpliaa', 'Kaspersky Password Manager'))).toEqual(possible);
    expect(judged(extension('x@y', 'Kaspersky Protection 2020', 'Firefox'))).toEqual(possible);
    expect(judged(host('user'))).toEqual({ said: ['leftover possible'], residue: ['native-host report-only'] });
  });

  it('are probable when the computer’s own registration of their helper is there', () => {
    expect(judged(host('system')).said).toEqual(['leftover probable']);
    expect(judged(host('system', 'com.kaspersky.kav.fc580de9124e479b8be54721f5fb2f59.host')).said).toEqual([
      'leftover possible',
    ]);
  });

  it('are not any extension or helper that only speaks of them', () => {
    expect(
      judged(extension('a'.repeat(32), 'Kaspersky Protection'), extension('x@y', 'Not by Kaspersky', 'Firefox')),
    ).toEqual({
      said: [],
      residue: [],
    });
    expect(judged(host('system', 'com.kaspersky.other.host')).said).toEqual([]);
  });
});
