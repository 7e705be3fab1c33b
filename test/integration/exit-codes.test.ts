import { chmodSync, copyFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, endOf, type Ended } from '../support/command-line';
import { expectRefused } from './expect-refused';
import { makeRoom, on, valueIn, type Room } from './room';

let room: Room;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => room.leave());

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/machines/${name}.json`, import.meta.url));

describe('the exit code of scan and verify', () => {
  it.each([
    [0, 'clear', 'sim:clean-linux'],
    [0, 'clear', 'sim:after-ultraav'],
    [0, 'clear', fixture('windows-lookalikes-only')],
    [3, 'present', fixture('windows-kes-russian')],
    [4, 'leftovers', 'sim:windows-leftovers'],
    [4, 'leftovers', fixture('debian-rc-state')],
    [8, 'inconclusive', fixture('windows-user-hive-imitation')],
  ])('is %d for "%s" (%s)', async (code, verdict, machine) => {
    const ended = await room.offramp('scan', '--json', '--machine', machine);

    expect({ code: ended.code, verdict: valueIn(ended)['verdict'] }).toEqual({ code, verdict });
  });

  it.each([
    [0, 'yes', 'sim:clean-windows'],
    [3, 'no', 'sim:linux-server'],
    [4, 'no', 'sim:windows-leftovers'],
    [8, 'inconclusive', fixture('denied-services-linux')],
  ])('is %d when "gone" is answered with "%s" (%s)', async (code, gone, machine) => {
    const ended = await room.offramp('verify', '--json', '--machine', machine);

    expect({ code: ended.code, gone: valueIn(ended)['gone'] }).toEqual({ code, gone });
  });

  it('is 8 and not 0 when a required probe was denied, and the report says which', async () => {
    const ended = await room.offramp('verify', '--json', '--machine', fixture('denied-services-linux'));

    expect(valueIn(ended)).toMatchObject({
      verdict: 'inconclusive',
      notChecked: [expect.stringContaining('services') as unknown],
    });
  });
});

describe('the exit code of a removal', () => {
  it('is 5 before a restart, 0 after it, and then everything is proven', async () => {
    const plan = room.path('home.json');
    await room.offramp('plan', '--json', '--output', plan, ...on('home-windows-plus'));

    const applied = await room.offramp('apply', plan, '--yes', '--json', ...on('home-windows-plus'));
    const run = String(valueIn(applied)['run']);
    const resumed = await room.offramp('apply', '--resume', run, '--json', ...on('home-windows-plus'));
    const verified = await room.offramp('verify', '--run', run, '--json', ...on('home-windows-plus'));

    expect([applied.code, resumed.code, verified.code]).toEqual([5, 0, 0]);
    expect([valueIn(applied)['outcome'], valueIn(resumed)['outcome']]).toEqual(['restart-needed', 'done']);
    expect(valueIn(verified)).toMatchObject({ gone: 'yes', protected: 'yes' });
  });

  it('is 6 when a console manages the computer, in plan and in apply, and nothing is begun', async () => {
    const plan = room.path('office.json');
    const planned = await room.offramp('plan', '--json', '--output', plan, ...on('office-managed'));
    const before = room.filesIn('state');

    const applied = await room.offramp('apply', plan, '--yes', ...on('office-managed'));

    expect([planned.code, applied.code]).toEqual([6, 6]);
    expect(applied.err).toContain('[managed-by-console]');
    expect(room.filesIn('state')).toEqual(before);
  });

  it('is 6 when nobody is there to ask and --yes was not given', async () => {
    const plan = room.path('server.json');
    await room.offramp('plan', '--json', '--output', plan, ...on('linux-server'));

    const applied = await room.offramp('apply', plan, ...on('linux-server'));

    expect(applied).toMatchObject({ code: 6, out: '' });
  });

  it('is 10 when a step fails, names the run, and the run goes on to 0', async () => {
    const plan = room.path('stubborn.json');
    await room.offramp('plan', '--json', '--output', plan, ...on('linux-stubborn'));

    const failed = await room.offramp('apply', plan, '--yes', '--json', ...on('linux-stubborn'));
    const resumed = await room.offramp('apply', '--resume', '--json', ...on('linux-stubborn'));

    expect([failed.code, resumed.code]).toEqual([10, 0]);
    expect(valueIn(failed)).toMatchObject({ outcome: 'failed', run: valueIn(resumed)['run'] });
    expect(failed.err).toContain(String(valueIn(failed)['run']));
  });

  it('is 0 and says so when there is nothing to remove', async () => {
    const plan = room.path('clean.json');
    await room.offramp('plan', '--json', '--output', plan, ...on('clean-linux'));

    const applied = await room.offramp('apply', plan, '--yes', ...on('clean-linux'));

    expect(applied).toMatchObject({ code: 0, out: 'There is nothing to remove.\n' });
  });

  it('is 9 on a recorded computer, which can be looked at and not changed', async () => {
    const plan = room.path('recorded.json');
    await room.offramp('plan', '--json', '--output', plan, '--machine', fixture('fedora-kesl'));

    expectRefused(await room.offramp('apply', plan, '--yes', '--machine', fixture('fedora-kesl')), /recorded/);
  });

  it.runIf(process.platform === 'linux')(
    'is 7 for somebody without administrator rights, and nothing is written',
    async () => {
      const plan = room.path('this.json');
      await room.offramp('plan', '--json', '--output', plan);
      const program = room.path('offramp.cjs');
      copyFileSync(bundle, program);
      for (const file of [plan, program]) chmodSync(file, 0o644);

      const applied = await asNobody([program, 'apply', plan, '--yes'], room.path('state-of-nobody'));

      expect(applied).toMatchObject({ code: 7, out: '' });
      expect(room.filesIn('state-of-nobody')).toEqual([]);
    },
  );
});

/** As the account `nobody` when the tests run as root, else as whoever runs them. */
function asNobody(args: readonly string[], stateFolder: string): Promise<Ended> {
  const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const child = spawn(process.execPath, args, {
    ...account,
    env: { ...process.env, OFFRAMP_STATE_DIR: stateFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return endOf(child);
}
