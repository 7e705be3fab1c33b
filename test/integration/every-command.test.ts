import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { contractShapes } from '../contract/json/contract-shapes';
import { bundle } from '../support/command-line';
import { linesIn } from './expect-refused';
import { makeRoom, on, valueIn, type Room } from './room';

let room: Room;
let planFile: string;

beforeAll(async () => {
  room = makeRoom();
  planFile = room.path('agreed.json');
  await room.offramp('plan', '--json', '--output', planFile, ...on('linux-server'));
});
afterAll(() => room.leave());

/** Every command with what it needs to end well on a computer in memory. */
const commands: readonly (readonly [string, () => readonly string[], number])[] = [
  ['scan', () => ['scan', ...on('linux-server')], 3],
  ['plan', () => ['plan', ...on('linux-server')], 0],
  ['apply', () => ['apply', planFile, '--yes', ...on('linux-server')], 0],
  ['apply --dry-run', () => ['apply', planFile, '--dry-run', ...on('linux-server')], 0],
  ['verify', () => ['verify', ...on('linux-server')], 3],
  ['report', () => ['report', ...on('linux-server')], 0],
  ['demo', () => ['demo'], 0],
  ['compare', () => ['compare', 'sim:home-windows-plus', 'sim:clean-windows'], 0],
  ['doctor', () => ['doctor', ...on('linux-server')], 0],
];

const anyShape = z.looseObject({ schemaVersion: z.literal(1) });
const shapes: Readonly<Record<string, z.ZodType>> = contractShapes;

describe('every command', () => {
  it.each(commands)('%s --json prints one JSON value and writes the same bytes to a file', async (name, args, code) => {
    const file = room.path(`${name.replaceAll(/\W+/g, '-')}.json`);

    const ended = await room.offramp(...args(), '--json', '--output', file);

    expect(ended.code).toBe(code);
    expect((shapes[name] ?? anyShape).safeParse(valueIn(ended)).error?.issues).toBeUndefined();
    expect(ended.out.endsWith('\n')).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(ended.out);
  });

  it.each(commands.filter(([name]) => !['plan', 'apply --dry-run'].includes(name)))(
    '%s --quiet says nothing and ends with the same code',
    async (_, args, code) => {
      const ended = await room.offramp(...args(), '--quiet');

      expect(ended).toEqual({ code, signal: null, out: '', err: '' });
    },
  );

  it.each(commands.filter(([name]) => !name.startsWith('apply')))(
    '%s without --json speaks to people, with --no-color in plain text',
    async (_, args, code) => {
      const ended = await room.offrampWith({ FORCE_COLOR: '1' }, ...args(), '--no-color');

      expect(ended.code).toBe(code);
      expect(ended.out.length).toBeGreaterThan(40);
      expect(ended.out).not.toMatch(/[\u001b\u009b]|undefined|\[object/);
      expect(() => JSON.parse(ended.out)).toThrow(SyntaxError);
    },
  );

  it.each([[], ['scan'], ['plan'], ['apply'], ['verify'], ['report'], ['demo'], ['doctor']])(
    '%s --help teaches',
    async (...command) => {
      const ended = await room.offramp(...command, '--help');

      expect(ended).toMatchObject({ code: 0, err: '' });
      expect(ended.out).toMatch(new RegExp(`^Usage: offramp ${command.join(' ')}`));
      expect(ended.out).toContain(command.length === 0 ? 'Exit codes:' : '--json');
      expect(linesIn(ended.out)).toBeGreaterThan(8);
    },
  );
});

describe('what every command takes', () => {
  it('--now moves the clock: 785 closed days on 23 November 2026, none before the window shut', async () => {
    const scanAt = async (now: string) =>
      (
        valueIn(await room.offramp('scan', '--json', '--now', now, ...on('clean-linux')))['window'] as {
          closedDays: number | null;
        }
      ).closedDays;

    const days = await Promise.all(['2024-09-29T03:59:59Z', '2026-11-24T04:30:00Z'].map(scanAt));

    expect(days).toEqual([null, 785]);
  });

  it('--now is recorded by the journal and told by the report, with every step of the plan', async () => {
    const applied = contractShapes.apply.parse(
      valueIn(
        await room.offramp(
          'apply',
          planFile,
          '--yes',
          '--json',
          '--now',
          '2026-11-23T12:00:00Z',
          ...on('linux-server'),
        ),
      ),
    );

    const report = valueIn(await room.offramp('report', '--json', '--run', String(applied.run), ...on('linux-server')));

    const planned = contractShapes.plan.parse(JSON.parse(readFileSync(planFile, 'utf8')));
    expect(applied.run).toMatch(/^20261123-120000-/);
    expect(applied.steps.map(({ id }) => id)).toEqual(planned.steps.map(({ id }) => id));
    expect(report['run']).toMatchObject({
      id: applied.run,
      clockGiven: true,
      outcome: 'done',
      steps: planned.steps.map(({ id }) => ({ id })),
    });
  });

  it('--lang es speaks Spanish, and the JSON keeps its shape', async () => {
    const told = await room.offramp('scan', '--lang', 'es', ...on('linux-server'));
    const value = valueIn(await room.offramp('plan', '--json', '--lang', 'es', ...on('office-managed')));

    expect(told.out).toContain('Este es un equipo simulado');
    expect(told.out).not.toContain('This is a simulated computer');
    expect(contractShapes.plan.parse(value).blockers[0]?.says).toMatch(/consola/);
  });

  it('a reader that goes away early is no error', async () => {
    const script = `set -o pipefail; "$0" "$1" scan --json --machine sim:home-windows-plus | head -n 1; echo "code \${PIPESTATUS[0]}"`;

    const ended = await new Promise<{ readonly out: string; readonly err: string }>((resolve) => {
      execFile('bash', ['-c', script, process.execPath, bundle], (_error, out, err) => resolve({ out, err }));
    });

    expect(ended).toEqual({ out: expect.stringMatching(/^\{\ncode [03]\n$/) as unknown, err: '' });
  });
});
