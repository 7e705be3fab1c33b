import { describe, expect, test } from 'vitest';
import {
  installerEnds,
  installerOutcome,
  nsisEnds,
  nsisOutcome,
  serverProductEnds,
} from '../../../../src/main/core/execution/uninstall-outcome';
import { shippedKnowledge } from '../../../support/knowledge';

describe('what exit codes of uninstallers mean', () => {
  const installer = [...installerEnds, ...serverProductEnds];

  test('is said once for each code, with a source', () => {
    for (const ends of [installer, nsisEnds]) {
      expect(new Set(ends.map(({ code }) => code)).size).toBe(ends.length);
      expect(ends.filter(({ sources }) => sources.length === 0)).toEqual([]);
    }
  });

  test('has a next step in words of every language for each way of failing, and needs none otherwise', () => {
    for (const { outcome, reason } of [...installer, ...nsisEnds]) {
      expect(reason === null).toBe(outcome !== 'failed');
      for (const messages of Object.values(shippedKnowledge().messages))
        expect(reason === null || typeof (messages['reasons'] as Record<string, string>)[reason] === 'string').toBe(
          true,
        );
    }
  });

  test.each([
    [0, 'done', null],
    [3010, 'done-after-restart', null],
    [1641, 'done-after-restart', null],
    [1605, 'was-not-there', null],
    [1614, 'was-not-there', null],
    [1602, 'failed', 'cancelled'],
    [1603, 'failed', 'uninstaller-gave-up'],
    [1612, 'failed', 'package-missing'],
    [1618, 'failed', 'another-installer'],
    [1625, 'failed', 'forbidden-by-policy'],
    [25001, 'failed', 'needs-elevation'],
    [27301, 'failed', 'vendor-driver-stuck'],
    [4711, 'failed', 'tool-failed'],
  ])('of Windows Installer’s %i is %s, %s', (code, outcome, reason) => {
    expect(installerOutcome(code)).toMatchObject({ outcome, reason });
  });

  test('names the code where it failed, and nothing where it did not', () => {
    expect(installerOutcome(1603).detail).toBe('exit code 1603');
    expect(installerOutcome(0).detail).toBeNull();
    expect(nsisOutcome(77)).toEqual({ outcome: 'failed', reason: 'tool-failed', detail: 'exit code 77' });
  });
});
