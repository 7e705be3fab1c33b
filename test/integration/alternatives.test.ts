import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRoom, on, valueIn, type Room } from './room';

let room: Room;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => room.leave());

const at = ['--now', '2026-11-23T12:00:00Z'] as const;

describe('alternatives', () => {
  it('wants what the found product did, and always holds what the system brings', async () => {
    const ended = await room.offramp('alternatives', ...on('home-windows-plus'), ...at, '--budget', 'free', '--json');

    const { needs, alternatives } = valueIn(ended) as {
      needs: { wants: string[] };
      alternatives: { id: string; rank: number | null; tied: boolean; parts: { because: { sources: string[] }[] }[] }[];
    };
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(needs.wants).toEqual(['real-time', 'firewall', 'ransomware', 'vpn']);
    expect(alternatives.map(({ id }) => id)).toContain('microsoft-defender-antivirus');
    expect(alternatives.filter(({ tied }) => tied).length).toBeGreaterThan(1);
    expect(
      alternatives
        .flatMap(({ parts }) => parts.flatMap(({ because }) => because))
        .every(({ sources }) => sources.length > 0),
    ).toBe(true);
  });

  it('says in words what was left out and how each score came about', async () => {
    const ended = await room.offramp(
      'alternatives',
      ...on('home-windows-plus'),
      ...at,
      '--explain',
      '--need',
      'vpn',
      '--lang',
      'es',
    );

    expect(ended.code).toBe(0);
    expect(ended.out).toMatch(/\(5 × \d+ \+ .*\) \/ \d+ = \d+/);
    expect(ended.out).toContain('no se sabe si tiene: VPN');
    expect(ended.out).toContain('Sin comisiones');
  });

  it('moves with the weights it is given', async () => {
    const order = async (...weights: readonly string[]) =>
      (
        valueIn(await room.offramp('alternatives', ...on('home-windows-plus'), ...at, '--json', ...weights)) as {
          alternatives: { id: string }[];
        }
      ).alternatives.map(({ id }) => id);

    expect(await order('--weight', 'regulators=5', 'protection=1')).not.toEqual(await order());
  });

  it.each([
    ['--need', 'teleport'],
    ['--weight', 'fit=9'],
    ['--weight', 'fit'],
    ['--weight', 'magic=1'],
    ['--budget', 'zero'],
    ['--for', 'agency'],
    ['--place', 'Texas'],
  ])('refuses %s %s in one line', async (...args) => {
    const ended = await room.offramp('alternatives', ...on('clean-linux'), ...args);

    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err.trim().split('\n')).toHaveLength(1);
  });
});
