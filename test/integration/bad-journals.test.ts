import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectRefused } from './expect-refused';
import { makeRoom, on, valueIn, type Room } from './room';

let room: Room;
let run: string;
let journal: string;
let sound: string;

/** One run that a failing step has ended, so that there is something to go on with. */
beforeAll(async () => {
  room = makeRoom();
  const plan = room.path('plan.json');
  await room.offramp('plan', '--json', '--output', plan, ...on('linux-stubborn'));
  const failed = await room.offramp('apply', plan, '--yes', '--json', ...on('linux-stubborn'));
  run = String(valueIn(failed)['run']);
  journal = room.path('state', 'simulated', 'runs', run, 'journal.jsonl');
  sound = readFileSync(journal, 'utf8');
});
beforeEach(() => {
  rmSync(journal, { recursive: true, force: true });
  writeFileSync(journal, sound);
});
afterAll(() => room.leave());

const resume = () => room.offramp('apply', '--resume', run, ...on('linux-stubborn'));
const verify = () => room.offramp('verify', '--run', run, ...on('linux-stubborn'));
const report = () => room.offramp('report', '--run', run, ...on('linux-stubborn'));
const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);
const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

describe('a journal that somebody changed', () => {
  it.each([
    ['by turning a failure into a success', () => sound.replace('"outcome":"failed"', '"outcome":"done"')],
    ['by leaving nothing of it', () => ''],
  ])('%s is refused by resume, verify and report, and stays as it is', async (_, change) => {
    writeFileSync(journal, change());
    expect(change()).not.toBe(sound);
    const before = room.filesIn('state');

    for (const ended of await Promise.all([verify(), report()])) expectRefused(ended, /record/);
    expectRefused(await resume(), /record/);
    expect(room.filesIn('state')).toEqual(before);
  });

  it.each([
    ['by taking a line out', () => textOf(linesOf(sound).filter((_, at) => at !== 2))],
    [
      'by swapping two lines',
      () =>
        textOf([...linesOf(sound).slice(0, 1), ...linesOf(sound).slice(1, 3).reverse(), ...linesOf(sound).slice(3)]),
    ],
    [
      'by adding a line',
      () =>
        `${sound}{"seq":99,"at":"2026-11-23T12:00:00Z","body":{"event":"run-ended","outcome":"done"},"chain":"00"}\n`,
    ],
    [
      'by adding a package to the agreed plan',
      () => sound.replace('"packages":["kesl"]', '"packages":["kesl","openssh-server"]'),
    ],
    ['by cutting its first line short', () => sound.slice(0, 200)],
    ['into something that is not UTF-8', () => Buffer.concat([Buffer.from(sound), Buffer.from([0xff, 0xfe, 0x0a])])],
    ['into 100,000 nested lists', () => `${'['.repeat(100_000)}${']'.repeat(100_000)}\n`],
  ])('%s is not gone on with', async (_, change) => {
    writeFileSync(journal, change());
    const before = room.filesIn('state');

    expectRefused(await resume(), /record/);
    expect(room.filesIn('state')).toEqual(before);
  });

  it('into a file of more than 64 MiB, or into a folder, is not gone on with', async () => {
    truncateSync(journal, 64 * 1024 * 1024 + 1);
    expectRefused(await resume(), /record/);

    rmSync(journal);
    mkdirSync(journal);
    expectRefused(await resume(), /record/);
  });
});

describe('a run', () => {
  it.each(['no-such-run', '../../../etc', 'a/b', '.'])('called %s does not exist', async (name) => {
    expectRefused(await room.offramp('report', '--run', name, ...on('linux-stubborn')), /no such run/);
  });

  it('whose last line a crash cut short goes on, and ends well', async () => {
    writeFileSync(journal, sound.slice(0, -20));

    const ended = await room.offramp('apply', '--resume', run, '--json', ...on('linux-stubborn'));

    expect(ended.code).toBe(0);
    expect(valueIn(ended)).toMatchObject({ run, outcome: 'done' });
  });

  it('that is complete is not begun again', async () => {
    expect(await resume()).toMatchObject({ code: 0 });

    expectRefused(await resume(), /complete/);
  });
});
