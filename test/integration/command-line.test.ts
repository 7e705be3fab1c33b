import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../support/command-line';

let folder: string;
const offramp = (...args: readonly string[]) => run(args, { OFFRAMP_STATE_DIR: join(folder, 'state') });
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'offramp-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line by its contract', () => {
  it.each([
    ['clean-windows', 0],
    ['linux-server', 3],
    ['windows-leftovers', 4],
    ['after-ultraav', 0],
  ])('scan of %s ends with %d and prints one JSON value', async (name, code) => {
    const ended = await offramp('scan', '--json', '--machine', `sim:${name}`);

    expect(ended.code).toBe(code);
    expect(ended.err).toBe('');
    expect(JSON.parse(ended.out)).toMatchObject({ schemaVersion: 1, machine: { simulated: true, name: null } });
  });

  it('writes the same bytes to a file', async () => {
    const path = join(folder, 'scan.json');

    const ended = await offramp(
      'scan',
      '--json',
      '--machine',
      'sim:linux-server',
      '--output',
      path,
      '--now',
      '2026-11-23T12:00:00Z',
    );

    expect(readFileSync(path, 'utf8')).toBe(ended.out);
  });

  it('counts 785 closed days on 2026-11-23', async () => {
    const ended = await offramp('scan', '--json', '--machine', 'sim:clean-linux', '--now', '2026-11-23T12:00:00Z');

    expect(JSON.parse(ended.out)).toMatchObject({ window: { policy: 'us-bis-icts-2021-002', closedDays: 785 } });
  });

  it('reaches the same digest in every language', async () => {
    const plan = async (language: string) =>
      JSON.parse((await offramp('plan', '--json', '--machine', 'sim:linux-server', '--lang', language)).out) as {
        digest: string;
        language: string;
      };

    const [english, spanish] = [await plan('en'), await plan('es')];

    expect(english.digest).toBe(spanish.digest);
    expect(spanish.language).toBe('es');
  });

  it('stops for a person, for a restart, for a fault; and proves the end', async () => {
    const plan = join(folder, 'home.json');
    await offramp('plan', '--json', '--machine', 'sim:home-windows-plus', '--output', plan);

    const managed = await offramp('plan', '--json', '--machine', 'sim:office-managed');
    const unasked = await offramp('apply', plan, '--machine', 'sim:home-windows-plus');
    const applied = await offramp('apply', plan, '--yes', '--json', '--machine', 'sim:home-windows-plus');
    const { run: id } = JSON.parse(applied.out) as { run: string };
    const resumed = await offramp('apply', '--resume', id, '--json', '--machine', 'sim:home-windows-plus');
    const verified = await offramp('verify', '--run', id, '--json', '--machine', 'sim:home-windows-plus');

    expect([managed.code, unasked.code, applied.code, resumed.code, verified.code]).toEqual([6, 6, 5, 0, 0]);
    expect(JSON.parse(verified.out)).toMatchObject({ gone: 'yes', protected: 'yes' });
  });

  it('records a computer without naming it, and reads it back to the same answer', async () => {
    const path = join(folder, 'recorded.json');

    const live = await offramp('scan', '--json', '--record', path);
    const replayed = await offramp('scan', '--json', '--machine', path);

    expect(JSON.parse(replayed.out)).toMatchObject({ verdict: (JSON.parse(live.out) as { verdict: string }).verdict });
    expect(readFileSync(path, 'utf8')).not.toContain(`"${hostname() === 'localhost' ? 'no such name' : hostname()}"`);
    expect((await offramp('plan', '--machine', path)).code).toBe(0);
  });

  it.each(['scan', 'plan', 'apply', 'verify', 'report', 'demo', 'doctor'])('%s --help teaches', async (command) => {
    const ended = await offramp(command, '--help');

    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toContain('--json');
  });

  it.each([
    [['scan', '--colour']],
    [['burn']],
    [['scan', '--lang', 'xx']],
    [['scan', '--machine', 'sim:nobody']],
    [['apply']],
    [['scan', '--now', 'soon']],
    [['plan', '--skip', 'nonsense']],
  ])('calls %j wrong usage', async (args) => {
    const ended = await offramp(...args);

    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).not.toMatch(/\n\s+at /);
  });
});

describe('bad input', () => {
  const machine = {
    format: 'offramp-machine',
    schemaVersion: 1,
    recordedAt: '2026-11-23T12:00:00Z',
    recordedBy: 'x',
    title: 'x',
    answers: {},
  };
  const bad: readonly (readonly [string, () => string])[] = [
    ['no JSON', () => file('a.json', 'hello')],
    ['cut short', () => file('b.json', JSON.stringify(machine).slice(0, 40))],
    ['another schema', () => file('c.json', JSON.stringify({ ...machine, schemaVersion: 2 }))],
    [
      'an unknown question',
      () => file('d.json', JSON.stringify({ ...machine, answers: { secrets: { status: 'ok', value: 1 } } })),
    ],
    [
      'a wrong type inside',
      () =>
        file('e.json', JSON.stringify({ ...machine, answers: { packages: { status: 'ok', value: [{ name: 1 }] } } })),
    ],
    ['not UTF-8', () => file('f.json', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))],
    [
      'too large',
      () => {
        const path = file('g.json', '{');
        truncateSync(path, 64 * 1024 * 1024 + 1);
        return path;
      },
    ],
    ['very deep', () => file('h.json', '['.repeat(100_000))],
    ['a folder', () => folder],
    ['missing', () => join(folder, 'nowhere.json')],
  ];

  it.each(bad)('a machine file that is %s is refused in one line', async (_what, make) => {
    await expectRefused(await offramp('scan', '--json', '--machine', make()));
  });

  it.each(bad)('a plan that is %s is refused in one line, and nothing is begun', async (_what, make) => {
    await expectRefused(await offramp('apply', make(), '--yes', '--machine', 'sim:linux-stubborn'));
  });

  it('an edited plan is refused', async () => {
    const made = await offramp('plan', '--json', '--machine', 'sim:linux-server');
    const plan = JSON.parse(made.out) as { steps: { title: string }[] };
    for (const step of plan.steps) step.title = 'Remove nothing';

    const ended = await offramp(
      'apply',
      file('edited.json', JSON.stringify(plan)),
      '--yes',
      '--machine',
      'sim:linux-server',
    );

    await expectRefused(ended);
  });

  it('a plan for another computer, and one for a recorded computer, are refused', async () => {
    const made = await offramp('plan', '--json', '--machine', 'sim:linux-server');

    await expectRefused(
      await offramp('apply', file('other.json', made.out), '--yes', '--machine', 'sim:linux-stubborn'),
    );
  });

  it('a knowledge pack that somebody edited is refused', async () => {
    const data = fileURLToPath(new URL('../../dist/data/', import.meta.url));
    file('knowledge.json', readFileSync(join(data, 'knowledge.json'), 'utf8').replace('"Remove', '"remove'));
    file('knowledge.sig', readFileSync(join(data, 'knowledge.sig')));

    await expectRefused(await offramp('scan', '--json', '--machine', 'sim:clean-linux', '--data', folder));
  });

  async function expectRefused(ended: Awaited<ReturnType<typeof offramp>>): Promise<void> {
    expect(ended.code).toBe(9);
    expect(ended.out).toBe('');
    expect(ended.err.trimEnd().split('\n')).toHaveLength(1);
    expect(ended.err).not.toMatch(/\bat .*:\d+:\d+/);
  }

  it('leaves no run behind', () => {
    const runs = join(folder, 'state', 'simulated', 'runs');

    expect(readdirSync(runs)).toHaveLength(1);
  });
});
