import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MachineComparison } from '../../src/main/core/machine/compare-machines';
import { badFiles } from './bad-files';
import { expectRefused, linesIn } from './expect-refused';
import { makeRoom, type Ended, type Room } from './room';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/machines/${name}.json`, import.meta.url));
const good = readFileSync(fixture('fedora-kesl'), 'utf8');

let room: Room;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => room.leave());

const comparisonIn = (ended: Ended): MachineComparison => MachineComparison.parse(JSON.parse(ended.out));

/** The sound file with one thing in its answers changed. */
function changed(name: string, change: (answers: Record<string, { value: unknown[] }>) => void): string {
  const file = JSON.parse(good) as { answers: Record<string, { value: unknown[] }> };
  change(file.answers);
  return room.write(name, JSON.stringify(file));
}

describe('compare', () => {
  it('finds nothing between a recording and itself, and ends with 0', async () => {
    const json = await room.offramp('compare', fixture('fedora-kesl'), fixture('fedora-kesl'), '--json');
    const told = await room.offramp('compare', fixture('fedora-kesl'), fixture('fedora-kesl'));

    expect([json.code, told.code]).toEqual([0, 0]);
    expect(comparisonIn(json)).toMatchObject({
      sameMachine: true,
      questions: [],
      detections: { appeared: [], went: [], changed: [] },
      a: { title: expect.stringMatching(/./) as unknown, recordedAt: '2026-11-23T12:00:00Z' },
    });
    expect(told.out).toContain('Nothing differs.');
  });

  it('tells what went between two computers, question by question, and ends with 0 as well', async () => {
    const ended = await room.offramp('compare', 'sim:home-windows-plus', 'sim:clean-windows', '--json');

    const { questions, detections, sameMachine, a } = comparisonIn(ended);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect([sameMachine, a.recordedAt]).toEqual([false, null]);
    expect(detections.went.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['Kaspersky (home)', 'Kaspersky VPN']),
    );
    expect(questions.map(({ question }) => question)).toEqual(
      expect.arrayContaining(['services', 'uninstall-entries', 'certificates', 'browser-extensions', 'registry-tree']),
    );
    expect(questions.find(({ question }) => question === 'uninstall-entries')?.went).toHaveLength(2);
  });

  it('takes the order of lists for no difference, and finds the one thing that is one', async () => {
    const after = changed('after.json', ({ packages, services }) => {
      packages?.value.reverse();
      services?.value.reverse();
      Object.assign(packages?.value[0] ?? {}, { version: '9.9.9' });
    });

    const { sameMachine, questions } = comparisonIn(
      await room.offramp('compare', fixture('fedora-kesl'), after, '--json'),
    );

    expect(sameMachine).toBe(true);
    expect(
      questions.map(({ question, appeared, went, changed: differs }) => [question, appeared, went, differs.length]),
    ).toEqual([['packages', [], [], 1]]);
  });

  it('never calls gone what could not be looked at', async () => {
    const after = changed('denied.json', (answers) => {
      answers['services'] = { status: 'denied', reason: 'EACCES' } as never;
    });

    const { questions } = comparisonIn(await room.offramp('compare', fixture('fedora-kesl'), after, '--json'));
    const told = await room.offramp('compare', fixture('fedora-kesl'), after);

    expect(questions).toEqual([
      { question: 'services', appeared: [], went: [], changed: [], statusFrom: 'ok', statusTo: 'denied' },
    ]);
    expect(told.out).toContain('Services and drivers (checked → access denied)');
  });

  it('speaks Spanish, to a file, and not at all', async () => {
    const file = room.path('said.txt');
    const told = await room.offramp(
      'compare',
      'sim:home-windows-plus',
      'sim:clean-windows',
      '--lang',
      'es',
      '--output',
      file,
    );
    const quiet = await room.offramp('compare', 'sim:home-windows-plus', 'sim:clean-windows', '--quiet');

    expect(told.out).toContain('Aplicaciones instaladas: 2 ya no');
    expect(readFileSync(file, 'utf8')).toBe(told.out);
    expect(quiet).toEqual({ code: 0, signal: null, out: '', err: '' });
  });

  it('counts what is too much to read, and prints it with --all', async () => {
    const after = changed('many.json', ({ packages }) => {
      for (let at = 0; at < 500; at += 1)
        packages?.value.push({
          manager: 'rpm',
          name: `tool-${at}`,
          version: '1',
          architecture: 'x86_64',
          state: 'installed',
        });
    });

    const some = await room.offramp('compare', fixture('fedora-kesl'), after);
    const all = await room.offramp('compare', fixture('fedora-kesl'), after, '--all');

    expect(some.out).toContain('… 480 more: --all shows them.');
    expect(linesIn(some.out)).toBeLessThan(40);
    expect(linesIn(all.out)).toBeGreaterThan(500);
  });

  it.each(badFiles)('refuses a second file that is %s in one line', async (_, make) => {
    expectRefused(await room.offramp('compare', fixture('fedora-kesl'), make(room, good)));
  });

  it('refuses a foreign file on either side and names it', async () => {
    const foreign = room.write('plan.json', JSON.stringify({ schemaVersion: 1, digest: 'x', steps: [] }));

    expectRefused(await room.offramp('compare', foreign, fixture('fedora-kesl'), '--json'), /plan\.json/);
    expectRefused(await room.offramp('compare', fixture('fedora-kesl'), foreign, '--json'), /plan\.json/);
  });

  it.each([
    [['compare']],
    [['compare', 'sim:clean-linux']],
    [['compare', 'sim:clean-linux', 'sim:nobody']],
    [['compare', 'sim:clean-linux', 'sim:clean-linux', '--machine', 'sim:clean-linux']],
    [['compare', 'sim:clean-linux', 'sim:clean-linux', 'sim:clean-linux']],
  ])('%j is wrong usage', async (args) => {
    const ended = await room.offramp(...args);

    expect({ code: ended.code, out: ended.out, lines: linesIn(ended.err) }).toEqual({ code: 2, out: '', lines: 1 });
  });

  it('prints nothing that could repaint a terminal, in words or as JSON', async () => {
    const evil = '\u001b[2J\u009b1m\u202egnp.exe\r\nforged line';
    const after = changed('evil.json', ({ packages }) => {
      packages?.value.push({ manager: 'rpm', name: evil, version: evil, architecture: 'x', state: 'installed' });
    });

    const told = await room.offramp('compare', fixture('fedora-kesl'), after);
    const json = await room.offramp('compare', fixture('fedora-kesl'), after, '--json');

    expect(told.out + json.out).not.toMatch(/[\u001b\u009b\u202e\r]/);
    expect(told.out).not.toMatch(/^forged/m);
    expect(comparisonIn(json).questions[0]?.appeared[0]?.what).toContain(evil);
  });

  it('--help teaches, with its exit codes', async () => {
    const ended = await room.offramp('compare', '--help');

    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toMatch(/^Usage: offramp compare/);
    expect(ended.out).toContain('Exit codes: 0 compared, whether something differs or not');
  });
});
