import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buildSync } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildDeb } from './build-deb';
import { canBuildRpm, registerRpm } from './build-rpm';
import { runCommand } from './command';
import type { ControlOptions } from './control/control-answers';
import { packageOwner } from './dpkg';
import { listFootprint } from './footprint';
import { LinuxLab } from './linux-lab';
import { describePackage } from './stand-in';

const available = LinuxLab.available();
const title = available.ok ? 'the Linux laboratory' : `the Linux laboratory (left out: ${available.reason})`;

describe.skipIf(!available.ok)(title, { timeout: 30_000 }, () => {
  let lab: LinuxLab;
  let before: readonly string[];

  beforeAll(async () => {
    lab = await LinuxLab.open();
    lab.cleanUpOnExit();
    before = listFootprint(runCommand);
  }, 150_000);

  afterEach(() => {
    lab.cleanUp();
    expect(listFootprint(runCommand)).toEqual(before);
  });

  afterAll(async () => {
    await lab?.close();
  });

  it('lays out every product as documented and leaves not a trace of it', () => {
    lab.setUp(
      { standIn: 'kesl' },
      { standIn: 'kesl-gui' },
      { standIn: 'kess' },
      { standIn: 'kfl' },
      { standIn: 'klnagent64' },
    );

    const first = lab.cleanUp();
    const second = lab.cleanUp();

    expect(first.purged).toEqual(['kesl-gui', 'kesl', 'kess', 'kfl', 'klnagent64']);
    expect(second).toEqual({ purged: [], removed: [] });
  });

  it('shows the tree of an installed KESL, which dpkg owns only in part', () => {
    lab.setUp({ standIn: 'kesl' }, { standIn: 'kesl-gui' });

    const there = documentedPaths.filter((path) => existsSync(path));

    expect(there).toEqual(documentedPaths);
    expect(lab.state('kesl')).toBe('ii');
    expect(lab.state('kesl-gui')).toBe('ii');
    expect(runCommand('dpkg', ['-S', '/opt/kaspersky/kesl/bin/kesl-control']).exitCode).toBe(1);
    expect(runCommand('dpkg', ['-S', '/var/opt/kaspersky/kesl/install_12.2.0.2412/etc/init.d/kesl']).exitCode).toBe(0);
  });

  it('goes through the states of dpkg: ii, rc with exit 0, gone with exit 1', () => {
    const query = (name: string) => runCommand('dpkg-query', ['-W', name]).exitCode;
    const states = () => [lab.state('kesl'), query('kesl'), lab.state('kesl-gui'), query('kesl-gui')];
    const never = states();

    lab.setUp({ standIn: 'kesl' }, { standIn: 'kesl-gui' });
    const installed = states();
    runCommand('dpkg', ['--remove', 'kesl-gui', 'kesl']);
    const removed = states();
    const dataAfterRemoval = existsSync('/var/opt/kaspersky/kesl/private/storage/events.db');
    runCommand('dpkg', ['--purge', 'kesl']);
    const purged = states();

    expect(never).toEqual(['gone', 1, 'gone', 1]);
    expect(installed).toEqual(['ii', 0, 'ii', 0]);
    expect(removed).toEqual(['rc', 0, 'gone', 1]);
    expect(purged).toEqual(['gone', 1, 'gone', 1]);
    expect(dataAfterRemoval).toBe(true);
    expect(existsSync('/var/opt/kaspersky')).toBe(false);
  });

  it('leaves data, logs and the unit behind a purge when it is told to', () => {
    lab.setUp({ standIn: 'kesl', leavesBehind: true });

    const purge = runCommand('dpkg', ['--purge', 'kesl']);

    expect(purge.exitCode).toBe(0);
    expect(lab.state('kesl')).toBe('gone');
    expect(leftovers.filter((path) => existsSync(path))).toEqual(leftovers);
    expect(existsSync('/opt/kaspersky/kesl/bin/kesl-control')).toBe(false);
  });

  it('keeps a package installed whose prerm fails, and cleans it all the same', () => {
    lab.setUp({ standIn: 'kesl', prermFails: true });

    const purge = runCommand('dpkg', ['--purge', 'kesl']);

    expect(purge.exitCode).toBe(1);
    expect(lab.state('kesl')).toBe('pi');
  });

  it('can be killed in the middle of a slow removal and cleaned afterwards', async () => {
    lab.setUp({ standIn: 'kesl', prermSleepsSeconds: 3 });
    const removal = spawn('dpkg', ['--purge', 'kesl'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((resolve) =>
      removal.stdout.on('data', (text: Buffer) => text.includes('stopping the application') && resolve()),
    );

    removal.kill('SIGKILL');
    const signal = await new Promise((resolve) => removal.once('exit', (_code, by) => resolve(by)));

    expect(signal).toBe('SIGKILL');
    expect(lab.state('kesl')).toBe('pF');
    expect(existsSync('/opt/kaspersky/kesl/bin/kesl-control')).toBe(true);
  });

  it('has nothing but its payload when it was never set up', () => {
    lab.setUp({ standIn: 'kesl', setUp: false });

    expect(lab.state('kesl')).toBe('ii');
    expect(documentedPaths.filter((path) => existsSync(path))).toEqual(['/var/opt/kaspersky/kesl/install_12.2.0.2412']);
  });

  it.each<[string, ControlOptions, number, RegExp, number, RegExp]>([
    [
      'english-10',
      { mode: 'english-10' },
      0,
      /^Key status: {33}Valid$/m,
      0,
      /^Expiration date: +2027-03-31, 23:59:59$/m,
    ],
    ['english-12', { expiresOn: '2026-12-01' }, 0, /^License expiration date: +2026-12-01 /m, 0, /expiration: +8$/m],
    ['russian', { mode: 'russian' }, 0, /^Версия: +12\.2\.0\.2412$/m, 0, /^Статус ключа: +Действителен$/m],
    ['json', { mode: 'json' }, 0, /^ {4}"Version": "12\.2\.0\.2412",$/m, 0, /^ {4}"Key status": "Valid",$/m],
    ['cut-off', { mode: 'cut-off' }, 0, /^Name: [^]+[^\n]$/, 0, /^Active key information:\n[^]+[^\n]$/],
    [
      'exit-64',
      { mode: 'exit-64' },
      64,
      /^The application is not running\n$/,
      64,
      /^The application is not running\n$/,
    ],
    ['managed', { mode: 'managed' }, 0, /^Policy: +Applied$/m, 68, /managed by a policy/],
    ['expired', { mode: 'expired' }, 0, /^License expiration date: +2026-03-31 /m, 0, /^Key status: +Expired$/m],
    ['no-key', { mode: 'no-key' }, 0, /^License expiration date: +N\/A$/m, 65, /^No license keys found\n$/],
  ])('answers as kesl-control in the mode %s', (_name, control, applicationCode, application, licenceCode, licence) => {
    lab.setUp({ standIn: 'kesl', control: { databasesDate: '2026-10-01 04:11:00', ...control } });

    const info = runCommand('/usr/bin/kesl-control', ['--app-info']);
    const key = runCommand('/opt/kaspersky/kesl/bin/kesl-control', ['-L', '--query']);
    const forbidden = runCommand('/usr/bin/kesl-control', ['-L', '--remove-active-key']);

    expect(info.exitCode).toBe(applicationCode);
    expect(info.stdout).toMatch(application);
    expect(key.exitCode).toBe(licenceCode);
    expect(key.stdout).toMatch(licence);
    expect(forbidden.exitCode).toBe(1);
    expect(lab.calls()).toEqual([
      'kesl-control --app-info',
      'kesl-control -L --query',
      'kesl-control -L --remove-active-key',
    ]);
  });

  it('prints JSON with the labels as keys when it is asked for', () => {
    lab.setUp({ standIn: 'kesl', control: { mode: 'russian', databasesDate: '2026-10-01 04:11:00' } });

    const json = runCommand('/usr/bin/kesl-control', ['--app-info', '--json']).stdout;

    expect(JSON.parse(json)).toMatchObject({ 'Дата последнего выпуска баз приложения': '2026-10-01 04:11:00' });
  });

  it('hangs deaf to TERM, prints nothing, and ends by KILL without leaving a child', async () => {
    lab.setUp({ standIn: 'kesl', control: { mode: 'hangs' } });
    const hanging = spawn('/usr/bin/kesl-control', ['--app-info'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let printed = '';
    hanging.stdout.on('data', (text: Buffer) => (printed += text.toString()));
    await waitUntil(() => lab.calls().length === 1);
    await wait(200);

    hanging.kill('SIGTERM');
    await wait(300);
    const afterTerm = hanging.exitCode ?? hanging.signalCode;
    hanging.kill('SIGKILL');
    // `close` comes only when nobody holds the output any more, so a child left behind would keep it from coming.
    const signal = await new Promise((resolve) => hanging.once('close', (_code, by) => resolve(by)));

    expect(afterTerm).toBeNull();
    expect(signal).toBe('SIGKILL');
    expect(printed).toBe('');
  });

  it('ships an agent that knows its server, or none', () => {
    const check = () => runCommand('/opt/kaspersky/klnagent64/bin/klnagchk', []).stdout;

    lab.setUp({ standIn: 'klnagent64' });
    const managed = check();
    lab.setUp({ standIn: 'klnagent64', server: null });
    const alone = check();

    expect(managed).toMatch(/^\s*Server address: ksc\.example\.org$/m);
    expect(alone).not.toMatch(/Server address/);
    expect(runCommand('dpkg', ['-S', '/lib/systemd/system/klnagent64.service']).exitCode).toBe(0);
  });

  it('offers look-alikes with the names of the real ones and none of their files', () => {
    lab.setUp({ standIn: 'look-alike-kfl' }, { standIn: 'kesl-tools-doc' });

    const files = runCommand('dpkg', ['-L', 'kfl', 'kesl-tools-doc']).stdout;

    expect([lab.state('kfl'), lab.state('kesl-tools-doc')]).toEqual(['ii', 'ii']);
    expect(files).toContain('/usr/lib/kfl/kfl-filters.conf');
    expect(files).not.toMatch(/kaspersky/i);
  });

  it('refuses to install over a package of the same name that is not ours, and never purges that', () => {
    const foreign = { ...describePackage({ standIn: 'kesl-tools-doc' }, '/dev/null'), version: '9-9' };
    const asOther: typeof runCommand = (program, args, environment) =>
      program === 'dpkg-deb'
        ? runCommand('sh', ['-c', reownAndBuild, 'sh', ...args])
        : runCommand(program, args, environment);
    const folder = mkdtempSync(join(tmpdir(), 'offramp-foreign-'));
    try {
      runCommand('dpkg', ['-i', buildDeb(foreign, 'all', folder, asOther)]);

      const outcome = lab.install([lab.build({ standIn: 'kesl-tools-doc' })]);
      const cleaned = lab.cleanUp();

      expect(packageOwner('kesl-tools-doc', runCommand)).toBe('foreign');
      expect(outcome).toMatchObject({ ok: false, reason: 'foreign-package' });
      expect(cleaned.purged).toEqual([]);
    } finally {
      runCommand('dpkg', ['--purge', 'kesl-tools-doc']);
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each(['/var/opt/kaspersky/kesl', '/usr/lib/kfl'])('refuses where %s already belongs to somebody', (path) => {
    const alien = join(path, 'kfl-filters.conf');
    mkdirSync(path, { recursive: true });
    writeFileSync(alien, 'somebody else');
    try {
      const spec = path.endsWith('kesl') ? 'kesl' : 'look-alike-kfl';

      const outcome = lab.install([lab.build({ standIn: spec })]);
      const cleaned = lab.cleanUp();

      expect(outcome).toMatchObject({ ok: false, reason: 'foreign-files' });
      expect(cleaned).toEqual({ purged: [], removed: [] });
      expect(existsSync(alien)).toBe(true);
    } finally {
      rmSync(path.startsWith('/var') ? '/var/opt/kaspersky' : path, { recursive: true, force: true });
    }
  });

  it('takes a package from the cache when nothing in it changed', () => {
    const first = lab.build({ standIn: 'kesl' });
    const again = lab.build({ standIn: 'kesl' });
    const other = lab.build({ standIn: 'kesl', control: { mode: 'expired' } });

    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('is clean after a run that ended by %s', async (signal) => {
    const workFolder = mkdtempSync(join(tmpdir(), 'offramp-dying-'));
    try {
      const run = startDyingRun(workFolder);
      await new Promise((resolve) => run.stdout.once('data', resolve));
      const installed = lab.state('kesl');

      run.kill(signal);
      const endedBy = await new Promise((resolve) => run.once('exit', (_code, by) => resolve(by)));
      const afterwards = lab.state('kesl');
      const next = await LinuxLab.open({ workFolder, lockWaitSeconds: 10 });
      await next.close();

      expect(installed).toBe('ii');
      expect(endedBy).toBe(signal);
      expect(afterwards).toBe(signal === 'SIGKILL' ? 'ii' : 'gone');
      expect(lab.state('kesl')).toBe('gone');
    } finally {
      rmSync(workFolder, { recursive: true, force: true });
    }
  });

  it('lets nobody else in before it is closed', async () => {
    await expect(LinuxLab.open({ lockWaitSeconds: 0 })).rejects.toThrow('Another test has used the laboratory');
  });

  it.skipIf(!canBuildRpm(runCommand))('enters a real rpm in a database of its own', () => {
    const contents = describePackage({ standIn: 'kesl' }, '/dev/null');
    const folder = mkdtempSync(join(tmpdir(), 'offramp-rpm-'));
    try {
      const { dbPath } = registerRpm(contents, folder, runCommand);

      const all = runCommand('rpm', [
        '--dbpath',
        dbPath,
        '-qa',
        '--queryformat',
        '%{NAME} %{VERSION}-%{RELEASE} %{ARCH}\n',
      ]);

      expect(all.stdout).toBe('kesl 12.2.0-2412 x86_64\n');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const documentedPaths = [
  '/opt/kaspersky/kesl/bin/kesl-control',
  '/opt/kaspersky/kesl/bin/kesl-setup.pl',
  '/opt/kaspersky/kesl/libexec/kesl',
  '/opt/kaspersky/kesl/libexec/kesl-gui',
  '/usr/bin/kesl-control',
  '/var/opt/kaspersky/kesl/install_12.2.0.2412',
  '/var/opt/kaspersky/kesl/install-current/etc/init.d/kesl',
  '/var/opt/kaspersky/kesl/common/kesl.ini',
  '/var/opt/kaspersky/kesl/common/agreements.ini',
  '/var/opt/kaspersky/kesl/private/storage/events.db',
  '/var/log/kaspersky/kesl',
  '/etc/systemd/system/kesl.service',
  '/etc/systemd/system/multi-user.target.wants/kesl.service',
];

const leftovers = [
  '/opt/kaspersky/kesl/doc/README',
  '/var/opt/kaspersky/kesl/private/storage/events.db',
  '/var/log/kaspersky/kesl/kesl.log',
  '/etc/systemd/system/kesl.service',
  '/etc/systemd/system/multi-user.target.wants/kesl.service',
];

/** Stands in for dpkg-deb: gives the package another Maintainer first. The folder to build is the last argument but one. */
const reownAndBuild = `
for each in "$@"; do tree=$before; before=$each; done
sed -i 's/^Maintainer: .*/Maintainer: Somebody Else <somebody@example.org>/' "$tree/DEBIAN/control"
exec dpkg-deb "$@"
`;

function startDyingRun(workFolder: string): ChildProcessByStdio<null, Readable, null> {
  const script = join(workFolder, 'dying-run.mjs');
  const entry = join(import.meta.dirname, 'dying-run.ts');
  buildSync({
    entryPoints: [entry],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return spawn(process.execPath, [script, workFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function waitUntil(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !isSo(); tries++) await wait(50);
  expect(isSo()).toBe(true);
}
