import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefused, linesIn } from './expect-refused';
import { makeRoom, on, valueIn, type Room } from './room';

let room: Room;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => room.leave());

/** Carries the plan for a computer in memory out and gives the run's id. */
async function applied(computer: string, ...choices: readonly string[]): Promise<string> {
  const plan = room.path(`${computer}.json`);
  await room.offramp('plan', '--json', '--output', plan, ...choices, ...on(computer));
  const ended = await room.offramp('apply', plan, '--yes', '--json', ...on(computer));
  return String(valueIn(ended)['run']);
}

describe('undo', () => {
  it('lists what was moved aside, puts one thing back, then the rest, then has nothing left', async () => {
    const run = await applied('linux-leftovers');
    const listed = valueIn(await room.offramp('undo', run, '--list', '--json', ...on('linux-leftovers')));
    const items = listed['items'] as { id: string; from: string; restorable: boolean }[];

    const one = await room.offramp('undo', run, items[0]?.id ?? '', '--json', ...on('linux-leftovers'));
    const rest = await room.offramp('undo', run, '--json', ...on('linux-leftovers'));
    const again = await room.offramp('undo', run, ...on('linux-leftovers'));
    const scan = valueIn(await room.offramp('scan', '--json', ...on('linux-leftovers')));

    expect(items.length).toBeGreaterThan(1);
    expect(items.every(({ restorable, from }) => restorable && from !== '')).toBe(true);
    expect(valueIn(one)['items']).toEqual([{ id: items[0]?.id, outcome: 'done', reason: null }]);
    expect(valueIn(rest)['items']).toHaveLength(items.length - 1);
    expect(again).toMatchObject({ code: 0, out: 'There is nothing left to put back.\n' });
    expect(scan['verdict']).toBe('leftovers');
  });

  it('refuses what it does not know, in one line', async () => {
    const run = await applied('windows-leftovers');

    expectRefused(await room.offramp('undo', run, 'nothing', ...on('windows-leftovers')), /nothing/);
    expectRefused(await room.offramp('undo', 'no-such-run', ...on('windows-leftovers')), /no such run/);
    expectRefused(await room.offramp('undo', '../../etc', '--list', ...on('windows-leftovers')), /no such run/);
    const missing = await room.offramp('undo', ...on('windows-leftovers'));
    expect([missing.code, linesIn(missing.err)]).toEqual([2, 1]);
  });
});

describe('a product that took the place of Kaspersky', () => {
  it('goes only when it is named, by its own uninstaller', async () => {
    const without = valueIn(await room.offramp('plan', '--json', ...on('after-ultraav')));
    const also = valueIn(await room.offramp('plan', '--json', '--also', 'ultraav', ...on('after-ultraav')));
    const steps = (plan: Record<string, unknown>) => (plan['steps'] as { id: string; shows: string }[]) ?? [];

    expect(steps(without).some(({ id }) => id.startsWith('remove:'))).toBe(false);
    expect(steps(also).find(({ id }) => id === 'remove:ultraav')?.shows).toMatch(/^C:\\Program Files\\UltraAV\\[^"]+$/);
    const unknown = await room.offramp('plan', '--also', 'kesl', ...on('after-ultraav'));
    expect([unknown.code, linesIn(unknown.err)]).toEqual([2, 1]);
  });
});

describe('the proof of a report', () => {
  it('holds for what was not changed, and not for what was', async () => {
    const run = await applied('linux-server');
    const file = room.path('proof.json');
    await room.offramp('report', '--run', run, '--format', 'json', '--output', file, ...on('linux-server'));

    const sound = await room.offramp('report', '--check', file, '--json');
    const changed = readFileSync(file, 'utf8').replace('"gone": "yes"', '"gone": "no"');
    const other = room.write('changed.json', changed);
    const unsigned = room.write('unsigned.json', JSON.stringify({ ...JSON.parse(changed), proof: null }));

    expect(sound.code).toBe(0);
    expect(valueIn(sound)).toMatchObject({ schemaVersion: 1 });
    expectRefused(await room.offramp('report', '--check', other), /changed/);
    expectRefused(await room.offramp('report', '--check', unsigned), /not signed/);
    expectRefused(await room.offramp('report', '--check', room.write('rubbish.json', '{')), /rubbish/);
    expectRefused(await room.offramp('report', '--check', room.path('nowhere.json')), /nowhere/);
  });

  it('comes with a note for a ticket and with the whole record in plain words', async () => {
    const run = await applied('linux-server');
    const ticket = await room.offramp('report', '--run', run, '--format', 'ticket', ...on('linux-server'));
    const journal = await room.offramp('report', '--run', run, '--format', 'journal', ...on('linux-server'));

    expect(ticket.out).toContain('Is it gone? Yes. Nothing of Kaspersky was found.');
    const lines = readFileSync(room.path('state', 'simulated', 'runs', run, 'journal.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(journal.out.trim().split('\n')).toHaveLength(lines.length);
    expect(journal.out).toMatch(/ Begins: Remove Kaspersky Endpoint Security for Linux/);
    expect(journal.out).not.toMatch(/\{\{|undefined|journal\./);
    const unnamed = await room.offramp('report', '--format', 'journal', ...on('linux-server'));
    expect([unnamed.code, linesIn(unnamed.err)]).toEqual([2, 1]);
  });
});

describe('verify', () => {
  it('says part by part what is left, and what was there before and is again', async () => {
    const run = await applied('linux-server');
    const gone = valueIn(await room.offramp('verify', '--run', run, '--json', ...on('linux-server')));
    const untouched = valueIn(await room.offramp('verify', '--json', ...on('linux-server')));
    const part = (verification: Record<string, unknown>, name: string) =>
      (verification['categories'] as { category: string; gone: string; left: string[] }[]).find(
        ({ category }) => category === name,
      );

    expect(part(gone, 'programs')).toMatchObject({ gone: 'yes', left: [] });
    expect(part(untouched, 'programs')).toMatchObject({ gone: 'no' });
    expect(part(untouched, 'programs')?.left).toContain('Kaspersky Endpoint Security for Linux');
    expect(gone['returned']).toEqual([]);
    expect(gone['because']).not.toEqual([]);
  });

  it('writes a later look into the record of its run', async () => {
    const run = await applied('linux-server');
    const noted = await room.offramp('verify', '--run', run, '--note', ...on('linux-server'));
    const journal = await room.offramp('report', '--run', run, '--format', 'journal', ...on('linux-server'));

    expect(noted.code).toBe(0);
    expect(journal.out.trim().split('\n').at(-1)).toMatch(/Looked again\./);
    const unnamed = await room.offramp('verify', '--note', ...on('linux-server'));
    expect([unnamed.code, linesIn(unnamed.err)]).toEqual([2, 1]);
  });
});

describe('a journal with a changed line', () => {
  it('is not gone on with and not put back from', async () => {
    const run = await applied('linux-leftovers');
    const file = room.path('state', 'simulated', 'runs', run, 'journal.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"outcome":"done"', '"outcome":"failed"'));

    expectRefused(await room.offramp('undo', run, ...on('linux-leftovers')), /changed by somebody/);
    expectRefused(await room.offramp('apply', '--resume', run, ...on('linux-leftovers')), /changed by somebody/);
  });
});
