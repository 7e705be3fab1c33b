import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesIn, stackTrace } from './expect-refused';
import { makeRoom, on, type Room } from './room';

let room: Room;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => room.leave());

describe('wrong usage', () => {
  it.each([
    [['scan', '--colour']],
    [['burn']],
    [['scan', 'extra']],
    [['scan', '--lang', 'xx']],
    [['scan', '--now', 'soon']],
    [['scan', '--output']],
    [['scan', ...on('nobody')]],
    [['plan', '--keep', 'everything']],
    [['plan', '--replace-with', 'nobody']],
    [['plan', '--skip', 'nonsense']],
    [['report', '--format', 'papyrus']],
    [['apply']],
    [['apply', 'a.json', '--resume']],
    [['apply', 'a.json', '--restart', 'tomorrow']],
  ])('%j ends with 2 and says what is wrong', async (args) => {
    const ended = await room.offramp(...args);

    expect({ code: ended.code, out: ended.out }).toEqual({ code: 2, out: '' });
    expect(ended.err.trim()).not.toBe('');
    expect(ended.err).not.toMatch(stackTrace);
  });

  it('is told in one line', async () => {
    const ended = await Promise.all([
      room.offramp('scan', '--colour'),
      room.offramp('burn'),
      room.offramp('scan', '--lang', 'xx'),
    ]);

    expect(ended.map(({ err }) => linesIn(err))).toEqual([1, 1, 1]);
  });

  it('is a step to skip that this plan does not have: a mistyped one must not pass for a choice', async () => {
    const ended = await room.offramp('plan', '--json', '--skip', 'remove:no-such-product', ...on('linux-server'));

    expect({ code: ended.code, out: ended.out }).toEqual({ code: 2, out: '' });
  });

  it('writes nothing', () => {
    expect(room.filesIn('.')).toEqual([]);
  });
});
