import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Scan } from '../../../src/main/core/matching/scan';
import type { Verification } from '../../../src/main/core/verification/verification';
import { bundle, start, type Ended } from '../../support/command-line';
import { labInEachTest } from './lab-in-test';
import { LinuxLab } from './linux-lab';

/** The bundled command line on this real Linux, with real packages removed by the real apt. */
const available = LinuxLab.available();

describe.skipIf(!available.ok)('the command line on a real Linux', () => {
  const here = labInEachTest();
  const { offramp, planTo } = here;
  const scan = async (...args: readonly string[]): Promise<Scan> =>
    JSON.parse((await offramp('scan', '--json', ...args)).out) as Scan;

  it('goes from scan to proof although it is killed in the middle of a removal', async () => {
    here.lab.setUp(
      {
        standIn: 'kesl',
        prermSleepsSeconds: 3,
        control: { mode: 'english-12', expiresOn: '2025-03-31', databasesDate: '2024-09-27 04:11:00' },
      },
      { standIn: 'kesl-gui' },
      { standIn: 'klnagent64', server: null },
    );
    const planFile = join(here.folder, 'plan.json');

    const before = await offramp('scan', '--json');
    const plan = await planTo(planFile);
    const killed = start(['apply', planFile, '--yes', '--json'], here.environment);
    const runId = await killWhile('stopping the application', killed.child.pid ?? 0, here.folder);
    await killed.ended;
    const resumed = await offramp('apply', '--resume', '--json');
    const verified = await offramp('verify', '--run', runId, '--json');
    const report = join(here.folder, 'proof.html');
    const reported = await offramp('report', '--run', runId, '--format', 'html', '--output', report);
    const again = await offramp('apply', '--resume', runId);

    expect(before.code).toBe(3);
    expect(
      (JSON.parse(before.out) as Scan).detections.map(({ product, confidence, state }) => [product, confidence, state]),
    ).toEqual([
      ['kesl-gui', 'certain', 'installed'],
      ['kesl', 'certain', 'installed'],
      ['network-agent-linux', 'certain', 'installed'],
    ]);
    expect((JSON.parse(before.out) as Scan).detections[1]?.licence).toMatchObject({
      state: 'expired',
      expiresOn: '2025-03-31',
      definitionsDate: '2024-09-27T04:11:00Z',
    });
    expect(plan.steps.filter(({ kind }) => kind === 'action').map(({ id }) => id)).toEqual([
      'remove:kesl-gui',
      'remove:kesl',
      'remove:network-agent-linux',
    ]);
    expect(resumed).toMatchObject({ code: 0 });
    expect(JSON.parse(resumed.out)).toMatchObject({ run: runId, outcome: 'done' });
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.out) as Verification).toMatchObject({ gone: 'yes', verdict: 'clear', residue: [] });
    expect(reported.code).toBe(0);
    expect(readFileSync(report, 'utf8')).toContain('Yes. Nothing of Kaspersky was found.');
    expect(again.code).toBe(9);
    expect(['kesl', 'kesl-gui', 'klnagent64'].map((name) => here.lab.state(name))).toEqual(['gone', 'gone', 'gone']);
    const intents = readFileSync(join(here.folder, 'runs', runId, 'journal.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"event":"intent"'));
    expect(new Set(intents).size).toBe(intents.length);
    // Only questions were ever put to the product's own programs.
    expect(here.lab.calls().every((call) => /--app-info|-L --query|klnagchk/.test(call))).toBe(true);
  });

  it('reads a product that answers in Russian, and one that hangs costs only its own answer', async () => {
    here.lab.setUp(
      { standIn: 'kesl', control: { mode: 'russian', expiresOn: '2027-03-31', databasesDate: '2024-09-27 04:11:00' } },
      { standIn: 'kess', control: { mode: 'hangs' } },
    );

    const found = await scan();

    const [kesl, kess] = found.detections;
    expect(kesl).toMatchObject({
      product: 'kesl',
      confidence: 'certain',
      licence: { expiresOn: '2027-03-31', definitionsDate: '2024-09-27T04:11:00Z' },
    });
    expect(kess).toMatchObject({
      product: 'kess-linux',
      confidence: 'certain',
      licence: { state: 'unknown', expiresOn: null },
    });
    expect(found.verdict).toBe('present');
  });

  it('says what is unknown when the product does not run', async () => {
    here.lab.setUp({ standIn: 'kesl', control: { mode: 'exit-64' } });

    expect((await scan()).detections).toMatchObject([
      { product: 'kesl', confidence: 'certain', licence: { state: 'unknown', expiresOn: null, daysLeft: null } },
    ]);
  });

  it('does not take a package of the same name, or a text about the product, for the product', async () => {
    here.lab.setUp({ standIn: 'look-alike-kfl' }, { standIn: 'kesl-tools-doc' });

    const found = await offramp('scan', '--json');

    expect(found.code).toBe(0);
    expect(JSON.parse(found.out)).toMatchObject({ verdict: 'clear', detections: [] });
  });

  it('knows the state between removed and purged, and can finish it', async () => {
    here.lab.setUp({ standIn: 'kesl' });
    await planTo(join(here.folder, 'keep.json'), '--keep', 'settings');
    await offramp('apply', join(here.folder, 'keep.json'), '--yes');
    const between = here.lab.state('kesl');

    const found = await offramp('scan', '--json');
    const plan = await planTo(join(here.folder, 'finish.json'));
    const finished = await offramp('apply', join(here.folder, 'finish.json'), '--yes');

    expect(between).toBe('rc');
    expect(found.code).toBe(4);
    expect(plan.steps.filter(({ kind }) => kind === 'action')).toMatchObject([
      { id: 'remove:kesl', action: { packages: ['kesl'], purge: true } },
    ]);
    expect(finished.code).toBe(0);
    expect(here.lab.state('kesl')).toBe('gone');
  });

  it('reports what a removal leaves behind and touches none of it', async () => {
    here.lab.setUp({ standIn: 'kesl', leavesBehind: true });
    await planTo(join(here.folder, 'plan.json'));

    const applied = await offramp('apply', join(here.folder, 'plan.json'), '--yes', '--json');
    const verified = await offramp('verify', '--json');

    expect(applied.code).toBe(0);
    expect(verified.code).toBe(4);
    const { gone, residue } = JSON.parse(verified.out) as Verification;
    expect(gone).toBe('no');
    expect(residue.map(({ where }) => where)).toContain('/var/opt/kaspersky/kesl');
    expect(residue.every(({ where, kind }) => kind === 'package' || existsSync(where))).toBe(true);
  });

  it('says so when the vendor’s own script fails, and nothing else is begun', async () => {
    here.lab.setUp({ standIn: 'kesl', prermFails: true }, { standIn: 'klnagent64', server: null });
    await planTo(join(here.folder, 'plan.json'));

    const applied = await offramp('apply', join(here.folder, 'plan.json'), '--yes', '--json');

    expect(applied.code).toBe(10);
    expect(JSON.parse(applied.out)).toMatchObject({
      outcome: 'failed',
      steps: expect.arrayContaining([
        { id: 'remove:kesl', outcome: 'failed', reason: 'vendor-script-failed' },
        { id: 'remove:network-agent-linux', outcome: 'not-reached', reason: null },
      ]) as unknown,
    });
    expect(here.lab.state('klnagent64')).toBe('ii');
  });

  it('stops for a console that manages this computer until somebody says that it is settled', async () => {
    here.lab.setUp({ standIn: 'kesl' }, { standIn: 'klnagent64' });

    const blocked = await offramp('plan');
    await planTo(join(here.folder, 'plan.json'));
    const refused = await offramp('apply', join(here.folder, 'plan.json'), '--yes');
    await planTo(join(here.folder, 'settled.json'), '--settled', 'managed-by-console');
    const applied = await offramp('apply', join(here.folder, 'settled.json'), '--yes');

    expect(blocked.code).toBe(6);
    expect(refused).toMatchObject({ code: 6, err: expect.stringContaining('management console') as unknown });
    expect(applied.code).toBe(0);
  });

  it('refuses a plan when the computer has changed since, and names what is new', async () => {
    here.lab.setUp({ standIn: 'kesl' });
    await planTo(join(here.folder, 'plan.json'));
    here.lab.setUp({ standIn: 'kess' });

    const applied = await offramp('apply', join(here.folder, 'plan.json'), '--yes');

    expect(applied).toMatchObject({ code: 9, err: expect.stringContaining('remove:kess-linux') as unknown });
    expect(here.lab.state('kesl')).toBe('ii');
  });

  it('refuses a plan that somebody edited', async () => {
    here.lab.setUp({ standIn: 'kesl' });
    const file = join(here.folder, 'plan.json');
    const plan = await planTo(file);
    writeFileSync(
      file,
      JSON.stringify({
        ...plan,
        steps: plan.steps.map((step) =>
          step.action?.verb === 'remove-packages' ? { ...step, action: { ...step.action, packages: ['bash'] } } : step,
        ),
      }),
    );

    const applied = await offramp('apply', file, '--yes');

    expect(applied.code).toBe(9);
    expect(existsSync('/bin/bash')).toBe(true);
    expect(existsSync(join(here.folder, 'runs'))).toBe(false);
  });

  it('tells an ordinary user to come back with more rights, before anything is written', async () => {
    here.lab.setUp({ standIn: 'kesl' });
    await planTo(join(here.folder, 'plan.json'));

    const refused = await asNobody([bundle, 'apply', join(here.folder, 'plan.json'), '--yes'], here.folder);

    expect(refused).toMatchObject({ code: 7, err: expect.stringContaining('administrator rights') as unknown });
    expect(here.lab.state('kesl')).toBe('ii');
  });
});

/** Waits for a line in the running tool's own log, kills the command line without warning, and gives the run's id. */
async function killWhile(line: string, pid: number, folder: string): Promise<string> {
  const { readdirSync } = await import('node:fs');
  for (let tries = 0; tries < 600; tries++) {
    const runs = existsSync(join(folder, 'runs')) ? readdirSync(join(folder, 'runs')) : [];
    for (const id of runs)
      for (const log of readdirSync(join(folder, 'runs', id)).filter((name) => name.endsWith('.log')))
        if (readFileSync(join(folder, 'runs', id, log), 'utf8').includes(line)) {
          process.kill(pid, 'SIGKILL');
          return id;
        }
    await sleep(50);
  }
  throw new Error(`"${line}" never appeared`);
}

async function asNobody(args: readonly string[], folder: string): Promise<Ended> {
  const { spawnSync } = await import('node:child_process');
  const { chmodSync, cpSync } = await import('node:fs');
  // The checkout may lie where an ordinary user cannot read: the bundle and the plan go where everybody can.
  const place = mkdtempSync(join(tmpdir(), 'offramp-nobody-'));
  try {
    chmodSync(place, 0o755);
    const [program, ...rest] = args;
    cpSync(program ?? '', join(place, 'offramp.cjs'));
    cpSync(join(folder, 'plan.json'), join(place, 'plan.json'));
    const moved = rest.map((argument) =>
      argument === join(folder, 'plan.json') ? join(place, 'plan.json') : argument,
    );
    const ended = spawnSync(
      'setpriv',
      ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, join(place, 'offramp.cjs'), ...moved],
      { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '' } },
    );
    return { code: ended.status, signal: ended.signal, out: ended.stdout, err: ended.stderr };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
