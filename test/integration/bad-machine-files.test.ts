import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { badFiles } from './bad-files';
import { expectRefused } from './expect-refused';
import { makeRoom, valueIn, type Room } from './room';

const good = readFileSync(new URL('../fixtures/machines/fedora-kesl.json', import.meta.url), 'utf8');

let room: Room;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => room.leave());
afterEach(() => {
  expect(room.filesIn('state')).toEqual([]);
});

/** The sound file with one thing in it changed. */
function changed(change: (file: { answers: Record<string, unknown> } & Record<string, unknown>) => void): string {
  const file = JSON.parse(good) as { answers: Record<string, unknown> } & Record<string, unknown>;
  change(file);
  return room.write('changed.json', JSON.stringify(file));
}

describe('a machine file', () => {
  it('is read when it is sound', async () => {
    const ended = await room.offramp('scan', '--json', '--machine', room.write('good.json', good));

    expect(ended.code).toBe(3);
    expect(valueIn(ended)['verdict']).toBe('present');
  });

  it.each(badFiles)('that is %s is refused', async (_, make) => {
    expectRefused(await room.offramp('scan', '--json', '--machine', make(room, good)));
  });

  it('with a wrong type deep inside is refused with the path of the fault', async () => {
    const file = changed(({ answers }) => {
      (answers['packages'] as { value: { version: unknown }[] }).value[3] = { version: 7 };
    });

    expectRefused(await room.offramp('plan', '--json', '--machine', file), /packages.*\b3\b/);
  });

  it('with a question nobody asks is refused, and the question is named', async () => {
    const file = changed(({ answers }) => {
      answers['passwords'] = { status: 'ok', value: [] };
    });

    expectRefused(await room.offramp('scan', '--machine', file), /passwords/);
  });

  it('with an answer of an unknown status is refused', async () => {
    const file = changed(({ answers }) => {
      answers['services'] = { status: 'perhaps', reason: 'x' };
    });

    expectRefused(await room.offramp('scan', '--machine', file), /services/);
  });

  it('with a field too many is refused', async () => {
    const file = changed((whole) => {
      whole['command'] = 'rm -rf /';
    });

    expectRefused(await room.offramp('scan', '--machine', file));
  });

  it('whose texts would repaint a terminal does not', async () => {
    const file = changed(({ answers }) => {
      answers['\u001b[2J\u202e'] = { status: 'ok', value: [] };
    });

    const ended = await room.offramp('scan', '--machine', file);

    expectRefused(ended);
    expect(ended.err).not.toMatch(/[\u001b\u202e]/);
  });
});
