import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageInDays, closedDays, daysUntil } from '../../../../src/main/core/countdown/closed-days';

const closesAt = '2024-09-29T00:00:00-04:00';
const zone = 'America/New_York';

describe('days since the window closed', () => {
  // Vectors of the legal timeline, section 4.
  it.each([
    ['2024-09-29T03:59:59Z', null],
    ['2024-09-29T04:00:00Z', 0],
    ['2024-09-30T03:59:59Z', 0],
    ['2024-11-04T04:30:00Z', 35],
    ['2026-11-23T17:34:45Z', 785],
    ['2026-11-24T04:30:00Z', 785],
    ['2026-11-24T05:00:00Z', 786],
  ])('at %s are %s, by the calendar of the law', (now, days) => {
    expect(closedDays(closesAt, zone, new Date(now))).toBe(days);
  });

  it('are the same whether or not the zone must be asked', () => {
    const closing = new Date(closesAt).toISOString();
    fc.assert(
      fc.property(fc.date({ min: new Date(closesAt), max: new Date('2060-01-01'), noInvalidDate: true }), (now) => {
        expect(closedDays(closesAt, zone, now)).toBe(closedDays(closing, zone, now));
      }),
      { numRuns: 400 },
    );
  });
});

describe('age of definitions', () => {
  it('is unknown when their date is unknown', () => {
    expect(ageInDays(null, new Date('2026-11-23T12:00:00Z'))).toBeNull();
    expect(ageInDays('yesterday', new Date('2026-11-23T12:00:00Z'))).toBeNull();
  });

  it('is never below zero, whatever the clock says', () => {
    expect(ageInDays('2030-01-01', new Date('2026-11-23T12:00:00Z'))).toBe(0);
  });

  it('counts whole days', () => {
    expect(ageInDays('2024-09-28T20:00:00Z', new Date('2026-11-23T01:00:00Z'))).toBe(786);
    expect(daysUntil('2026-11-20', new Date('2026-11-23T01:00:00Z'))).toBe(-3);
  });
});
