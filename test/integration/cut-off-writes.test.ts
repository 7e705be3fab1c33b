import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../support/command-line';
import { makeRoom, on, type Room } from './room';

/**
 * The real command line, ended by the kernel in the middle of each line of its journal: a limit on the size of files ends a process in the very write that
 * passes it, and leaves the first part of the line behind.
 */
const hasLimits = spawnSync('prlimit', ['--version']).status === 0;

describe.runIf(hasLimits)('a journal whose writing is cut off', () => {
  let room: Room;
  let plan: string;
  const computer = 'linux-server';
  const stateOf = (name: string) => room.path(`state-${name}`);
  const limited = (bytes: number, state: string) =>
    spawnSync(
      'prlimit',
      [`--fsize=${bytes}`, process.execPath, bundle, 'apply', plan, '--yes', '--json', ...on(computer)],
      { encoding: 'utf8', env: { ...process.env, OFFRAMP_STATE_DIR: state } },
    );
  const journalIn = (state: string): string | null => {
    const runs = join(state, 'simulated/runs');
    const run = existsSync(runs) ? readdirSync(runs)[0] : undefined;
    return run === undefined ? null : join(runs, run, 'journal.jsonl');
  };

  beforeAll(async () => {
    room = makeRoom();
    plan = room.path('agreed.json');
    await room.offramp('plan', '--json', '--output', plan, ...on(computer));
  });
  afterAll(() => room.leave());

  it('in the middle of any line leads to the same end', () => {
    const whole = stateOf('whole');
    expect(limited(1 << 30, whole).status).toBe(0);
    const lines = readFileSync(journalIn(whole) ?? '', 'utf8')
      .split('\n')
      .slice(0, -1);
    const lengths = lines.map((line) => Buffer.byteLength(line) + 1);
    let cuts = 0;

    lines.forEach((_, at) => {
      const before = lengths.slice(0, at).reduce((sum, length) => sum + length, 0);
      const state = stateOf(`cut-${at}`);
      const cut = limited(before + Math.floor((lengths[at] ?? 0) / 2), state);
      expect(cut.status, `line ${at}`).not.toBe(0);
      cuts += 1;

      const resumed = spawnSync(process.execPath, [bundle, 'apply', '--resume', '--json', ...on(computer)], {
        encoding: 'utf8',
        env: { ...process.env, OFFRAMP_STATE_DIR: state },
      });
      // Of a run whose first line was never whole nothing is known, and nothing was done: the plan is simply carried out.
      const end = at === 0 ? limited(1 << 30, state) : resumed;
      expect(resumed.status, `line ${at}: ${resumed.stderr}`).toBe(at === 0 ? 9 : 0);
      expect([end.status, JSON.parse(end.stdout)], `line ${at}: ${end.stderr}`).toMatchObject([0, { outcome: 'done' }]);
      const steps = readFileSync(journalIn(state) ?? '', 'utf8')
        .split('\n')
        .filter((line) => line.includes('"event":"outcome"') && line.includes('"step":"remove:'));
      expect(new Set(steps.map((line) => /"step":"([^"]+)"/.exec(line)?.[1])).size, `line ${at}`).toBe(steps.length);
      rmSync(state, { recursive: true, force: true });
    });
    process.stdout.write(`${cuts} journals cut off, one in the middle of every line\n`);
    expect(cuts).toBeGreaterThan(15);
  });
});

const isRoot = process.geteuid?.() === 0;

describe.runIf(isRoot && process.platform === 'linux')('a disk that is full', () => {
  it('stops the run with one line that names it, before anything is done', async () => {
    const room = makeRoom();
    const state = room.path('small-disk');
    const plan = room.path('agreed.json');
    await room.offramp('plan', '--json', '--output', plan, ...on('linux-server'));
    spawnSync('mkdir', ['-p', state]);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'offramp-test', state]);
    expect(mounted.status, `mount: ${String(mounted.stderr)}`).toBe(0);
    const offramp = (...args: readonly string[]) =>
      spawnSync(process.execPath, [bundle, ...args, ...on('linux-server')], {
        encoding: 'utf8',
        env: { ...process.env, OFFRAMP_STATE_DIR: state },
      });
    try {
      const stopped = offramp('apply', plan, '--yes', '--quiet');
      spawnSync('mount', ['-o', 'remount,size=8m', state]);
      const again = offramp('apply', plan, '--yes', '--json');

      expect(stopped.status, `said: ${stopped.stderr}`).toBe(10);
      expect(stopped.stderr.trim().split('\n')).toHaveLength(1);
      expect(stopped.stderr).toMatch(/\d{8}-\d{6}-[0-9a-f]{6}.*ENOSPC/);
      expect([again.status, JSON.parse(again.stdout)], `said: ${again.stderr}`).toMatchObject([0, { outcome: 'done' }]);
    } finally {
      spawnSync('umount', [state]);
      room.leave();
    }
  });
});
