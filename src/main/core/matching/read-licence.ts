import { daysUntil } from '../countdown/closed-days';
import type { Licence } from './detection';
import type { MarkMatch } from './match-marks';

/** The licence as far as trusted marks give it: a date wins over a number of days, and nothing at all stays unknown. */
export function readLicence(spoken: readonly MarkMatch[], now: Date): Licence {
  const given = (name: 'expiresOn' | 'daysLeft' | 'keyState' | 'licenceKind' | 'definitionsDate') => {
    for (const { mark, finding } of spoken) {
      const fact = finding.trust === 'system' ? mark.gives?.[name] : undefined;
      const value = fact === undefined ? null : (finding.facts[fact] ?? null);
      if (value !== null) return { value, from: finding.where };
    }
    return null;
  };
  const date = given('expiresOn');
  const days = given('daysLeft');
  const state = given('keyState');
  const expiresOn =
    typeof date?.value === 'string' ? date.value : typeof days?.value === 'number' ? inDays(days.value, now) : null;
  const daysLeft = expiresOn === null ? null : daysUntil(expiresOn, now);
  const kind = given('licenceKind')?.value;
  const definitions = given('definitionsDate')?.value;
  return {
    state: stateOf(state?.value, daysLeft),
    kind: typeof kind === 'string' ? kind : null,
    expiresOn,
    daysLeft,
    definitionsDate: typeof definitions === 'string' ? definitions : null,
    readFrom: (date ?? days ?? state)?.from ?? null,
  };
}

function stateOf(said: unknown, daysLeft: number | null): Licence['state'] {
  if (said === 'none') return 'none';
  if (said === 'expired' || (daysLeft !== null && daysLeft < 0)) return 'expired';

  return said === 'valid' || daysLeft !== null ? 'valid' : 'unknown';
}

function inDays(days: number, now: Date): string | null {
  const date = new Date(now.getTime() + days * 86_400_000);
  return Number.isNaN(date.getTime()) || Math.abs(days) > 36_500 ? null : date.toISOString().slice(0, 10);
}
