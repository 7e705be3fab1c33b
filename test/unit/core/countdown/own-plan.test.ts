import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, planToday } from '../../../../src/main/core/countdown/own-plan';

describe('an own plan', () => {
  it('counts as the window of 2024 did: day 100 is a whole day', () => {
    expect(planToday({ start: '2026-11-23', days: 100 }, '2026-11-23')).toMatchObject({
      plan: { end: '2027-03-03', dayNumber: 0, daysLeft: 100, isOver: false },
    });
    expect(planToday({ start: '2024-06-20', days: 100 }, '2024-09-28')).toMatchObject({
      plan: { end: '2024-09-28', dayNumber: 100, daysLeft: 0, isOver: false },
    });
    expect(planToday({ start: '2024-06-20', days: 100 }, '2024-09-29')).toMatchObject({ plan: { isOver: true } });
  });

  it('tells the pace against an even line, and where it leads', () => {
    expect(planToday({ start: '2026-11-01', days: 100, all: 10, done: 2 }, '2026-11-21')).toMatchObject({
      plan: { evenLine: 2, ahead: 0, projectedEnd: '2027-02-09' },
    });
    expect(planToday({ start: '2026-11-01', days: 100, all: 10, done: 1 }, '2026-11-21')).toMatchObject({
      plan: { ahead: -1, projectedEnd: '2027-05-20' },
    });
  });

  it('makes no forecast from nothing', () => {
    for (const counted of [{}, { all: 0, done: 0 }, { all: 5, done: 0 }])
      expect(planToday({ start: '2026-11-01', days: 9, ...counted }, '2026-11-05')).toMatchObject({
        plan: { projectedEnd: null },
      });
  });

  it.each([
    [{ start: '2026-02-30', days: 9 }, 'not-a-date'],
    [{ start: '26-1-1', days: 9 }, 'not-a-date'],
    [{ start: '2026-11-24', days: 9 }, 'starts-ahead'],
    [{ start: '1026-11-23', days: 9 }, 'starts-too-early'],
    [{ start: '2026-11-23', days: 0 }, 'not-1-to-100-days'],
    [{ start: '2026-11-23', days: 101 }, 'not-1-to-100-days'],
    [{ start: '2026-11-23', days: 1.5 }, 'not-1-to-100-days'],
  ])('%j is none: %s', (plan, reason) => {
    expect(planToday(plan, '2026-11-23')).toEqual({ ok: false, reason });
  });

  it('never loses a day to clocks that change, nor to centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), fc.integer({ min: 0, max: 1000 }), (from, days) => {
        const start = addDays('2024-06-20', from);

        expect(daysBetween(start, addDays(start, days))).toBe(days);
      }),
      { numRuns: 500 },
    );
  });
});
