import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/main/cli/print/display-width';
import { makeRoom, on, type Room } from './room';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/machines/${name}.json`, import.meta.url));
const computers = [
  'home-windows-plus',
  'office-managed',
  'linux-stubborn',
  'windows-leftovers',
  'after-ultraav',
  'clean-linux',
];

let room: Room;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => room.leave());

describe('a scan on a terminal', () => {
  it.each([80, 120])('fits %d columns, except for words that are longer by themselves', async (columns) => {
    const told = await Promise.all(
      computers.flatMap((name) =>
        ['en', 'es'].map((language) =>
          room.offrampWith(
            { COLUMNS: String(columns) },
            'scan',
            '--timings',
            '--evidence',
            'all',
            '--lang',
            language,
            ...on(name),
          ),
        ),
      ),
    );

    const wide = told.flatMap(({ out }) => out.split('\n').filter((line) => displayWidth(line) > columns));
    expect(wide).toEqual([]);
  });

  it('shows products, evidence, who can settle what, and what did not answer', async () => {
    const managed = await room.offramp('scan', ...on('office-managed'));
    const denied = await room.offramp('scan', '--machine', fixture('denied-services-linux'));

    expect(managed.out).toMatch(/^Product +Edition +Version +State +Confidence +Licence +Definitions$/m);
    expect(managed.out).toMatch(/^  \+  service /m);
    expect(managed.out).toContain('Whoever administers this computer can settle this.');
    expect(managed.out).toContain('[managed-by-console]');
    expect(denied.out).toMatch(/^access denied +yes +EACCES: \/etc\/systemd\/system +services and drivers$/m);
  });

  it('prints as much evidence as was asked for and counts the rest', async () => {
    const scan = (...more: readonly string[]) => room.offramp('scan', ...more, ...on('linux-stubborn'));
    const [short, all, none] = await Promise.all([scan(), scan('--evidence', 'all'), scan('--evidence', 'none')]);

    const marks = (out: string): number => out.split('\n').filter((line) => /^  [+-]  /.test(line)).length;
    const leftOut = (out: string): number => Number(/… (\d+) more/.exec(out)?.[1] ?? 0);
    const whole = marks(all.out);
    expect([whole > 5, leftOut(all.out), marks(none.out), leftOut(none.out)]).toEqual([true, 0, 0, whole]);
    expect(marks(short.out)).toBeLessThanOrEqual(8);
    expect(marks(short.out) + leftOut(short.out)).toBe(whole);
  });

  it('prints the time of every probe when it is asked to', async () => {
    const without = await room.offramp('scan', ...on('clean-linux'));
    const timed = await room.offramp('scan', '--timings', ...on('clean-linux'));

    expect(without.out).not.toContain('Milliseconds');
    expect(timed.out).toMatch(/^ +\d+(\.\d)?  packages +checked  installed packages$/m);
  });

  it('keeps Cyrillic in line', async () => {
    const ended = await room.offrampWith({ COLUMNS: '120' }, 'scan', '--machine', fixture('windows-kes-russian'));

    const lines = ended.out.split('\n');
    const head = lines.findIndex((line) => line.startsWith('Product'));
    const at = (line: string | undefined, word: string): number => displayWidth((line ?? '').split(word)[0] ?? '');
    expect(lines[head + 2]).toMatch(/Kaspersky.*installed/);
    expect(at(lines[head + 2], 'installed')).toBe(at(lines[head], 'State'));
    expect(lines.slice(head + 2, head + 5).join(' ')).toContain('для');
  });

  it('prints nothing from outside that could repaint the terminal or forge a line', async () => {
    const file = JSON.parse(readFileSync(fixture('ubuntu-kesl-russian'), 'utf8')) as {
      answers: Record<
        string,
        { value: { name: string; displayName?: string; executable?: string; version?: string }[] }
      >;
    };
    const evil = '\u001b]0;x\u0007\u009b2J\u202eevil\nNothing of Kaspersky was found on this computer.';
    for (const entry of file.answers['protection']?.value ?? []) entry.name = evil;
    for (const entry of file.answers['packages']?.value ?? []) entry.version = evil;

    const ended = await room.offramp(
      'scan',
      '--evidence',
      'all',
      '--machine',
      room.write('evil.json', JSON.stringify(file)),
    );

    expect(ended.code).toBe(3);
    expect(ended.out).toContain('evil');
    expect(ended.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(ended.out).not.toMatch(/^Nothing of Kaspersky/m);
  });

  it('refuses an amount of evidence that nobody knows', async () => {
    expect(await room.offramp('scan', '--evidence', 'some', ...on('clean-linux'))).toMatchObject({ code: 2, out: '' });
  });
});
