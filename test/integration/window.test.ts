import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRoom, on, valueIn, type Room } from './room';

let room: Room;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => room.leave());

const at = ['--now', '2026-11-23T12:00:00Z'] as const;

describe('window', () => {
  it('tells three clocks that have nothing to do with each other', async () => {
    const ended = await room.offramp('window', ...on('home-windows-plus'), ...at, '--start', '2026-11-01', '--json');

    expect(ended).toMatchObject({ code: 0, err: '' });
    const value = valueIn(ended) as { policies: { id: string; closedDays: number | null }[] };
    expect(value).toMatchObject({
      schemaVersion: 1,
      closedDays: 785,
      computer: { definitionsDate: expect.stringMatching(/^2024-09-28/) as unknown, ageDays: 786 },
      ownPlan: { start: '2026-11-01', days: 100, end: '2027-02-09', dayNumber: 22, daysLeft: 78 },
    });
    expect(value.policies[0]).toMatchObject({ id: 'us-bis-icts-2021-002', closedDays: 785 });
    expect(value.policies.slice(1).every(({ closedDays }) => closedDays === null)).toBe(true);
  });

  it('says that definitions are of unknown age, and that no plan is set', async () => {
    const ended = await room.offramp('window', ...on('clean-linux'), ...at);

    expect(ended.code).toBe(0);
    expect(ended.out).toContain('How old the definitions are is not known.');
    expect(ended.out).toContain('None is set.');
    expect(ended.out).toContain('2017-12  ');
    expect(ended.out).not.toContain('2017-12-01');
  });

  it('writes the own plan to a calendar file', async () => {
    const file = room.path('plan.ics');

    const ended = await room.offramp(
      'window',
      ...on('clean-linux'),
      ...at,
      '--start',
      '2026-11-01',
      '--days',
      '40',
      '--ics',
      file,
    );

    expect(ended.code).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text.match(/^DTSTART;VALUE=DATE:\d+/gm)).toEqual(
      [20261101, 20261201, 20261211].map((day) => `DTSTART;VALUE=DATE:${day}`),
    );
  });

  it.each([
    ['--start', '2027-01-01'],
    ['--start', '1026-01-01'],
    ['--start', '2026-02-30'],
    ['--start', 'soon'],
    ['--days', '5'],
    ['--days', '101'],
    ['--ics', 'plan.ics'],
  ])('refuses %s %s in one line', async (...args) => {
    const ended = await room.offramp('window', ...on('clean-linux'), ...at, ...args);

    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err.trim().split('\n')).toHaveLength(1);
  });
});
