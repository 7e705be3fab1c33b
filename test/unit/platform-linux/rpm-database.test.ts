import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeRoot } from './fake-root';

/** Debian has both in its package `rpm`. */
const hasRpm = ['rpm', 'rpmbuild'].every((tool) => spawnSync(tool, ['--version']).status === 0);

describe.skipIf(!hasRpm)('a real rpm database (needs rpm and rpmbuild)', () => {
  it('tells its packages with their versions, and what each ships', async () => {
    const { reader } = rootWith('/var/lib/rpm');

    const answer = await reader.ask('packages', {}, 20_000);

    expect(answer.status === 'ok' && [...answer.value].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { manager: 'rpm', name: 'kesl', version: '12.2.0-2412', architecture: 'noarch', state: 'installed' },
      { manager: 'rpm', name: 'tree', version: '2.1.1-1', architecture: 'noarch', state: 'installed' },
    ]);
    expect(await reader.ask('package-files', { manager: 'rpm', name: 'kesl' }, 20_000)).toEqual({
      status: 'ok',
      value: ['/var/opt/kaspersky/kesl/install_12.2.0.2412/opt/kaspersky/kesl/bin/kesl-control'],
    });
    expect((await reader.ask('package-files', { manager: 'rpm', name: 'absent' }, 20_000)).status).toBe('absent');
  }, 60_000);

  it('is found in its newer place, and an old one beside it is not asked', async () => {
    const { reader, write } = rootWith('/usr/lib/sysimage/rpm');
    write('/var/lib/rpm/Packages', 'of an earlier release');

    const answer = await reader.ask('packages', {}, 20_000);

    expect(answer.status === 'ok' && answer.value.map(({ name }) => name).sort()).toEqual(['kesl', 'tree']);
  }, 60_000);

  it('in a form that this rpm cannot read has failed, although rpm ends well', async () => {
    const { reader, write } = fakeRootWithRpm('--define "_db_backend ndb"');
    write('/var/lib/rpm/Packages.db', 'RpmP of another rpm');

    expect((await reader.ask('packages', {}, 20_000)).status).toBe('failed');
  }, 60_000);

  it('that was cut off in the middle leaves no answer, never a shorter list', async () => {
    const { reader, root } = rootWith('/var/lib/rpm');
    for (const file of readdirSync(join(root, 'var/lib/rpm')).filter((name) => name !== 'rpmdb.sqlite'))
      rmSync(join(root, 'var/lib/rpm', file), { recursive: true });
    writeFileSync(join(root, 'var/lib/rpm/rpmdb.sqlite'), 'SQLite format 3\0 and then nothing');

    expect((await reader.ask('packages', {}, 20_000)).status).toBe('failed');
  }, 60_000);
});

describe('an rpm database without rpm', () => {
  it('has failed, so that nothing passes for "not installed"', async () => {
    expect(await fakeRoot({ '/var/lib/rpm/rpmdb.sqlite': 'x' }).reader.ask('packages', {}, 1000)).toMatchObject({
      status: 'failed',
    });
  });
});

/** A root with the rpm of this computer. */
function fakeRootWithRpm(words = '') {
  const made = fakeRoot({});
  made.write('/usr/bin/rpm', { program: `exec rpm ${words} "$@"` });
  return made;
}

/** A root with a real database in it: two packages, entered as rpm itself enters them. */
function rootWith(folder: string) {
  const made = fakeRootWithRpm();
  const dbPath = join(made.root, folder);
  mkdirSync(dbPath, { recursive: true });
  const packages = [
    build(made.root, 'kesl', '12.2.0', '2412', [
      '/var/opt/kaspersky/kesl/install_12.2.0.2412/opt/kaspersky/kesl/bin/kesl-control',
    ]),
    build(made.root, 'tree', '2.1.1', '1', ['/usr/bin/tree']),
  ];
  // Debian's rpm wants to be told that we know whose computer this is; with --justdb not one file is installed.
  const options = ['-i', '--justdb', '--nodeps', '--noscripts', '--force-debian'];
  execFileSync('rpm', ['--dbpath', dbPath, ...options, ...packages], { stdio: 'ignore' });
  return made;
}

function build(root: string, name: string, version: string, release: string, files: readonly string[]): string {
  const top = join(root, 'build', name);
  mkdirSync(top, { recursive: true });
  const spec = `Name: ${name}\nVersion: ${version}\nRelease: ${release}\nSummary: stand-in\nLicense: none\nBuildArch: noarch
AutoReqProv: no\n%description\nstand-in\n%install
${files.map((file) => `mkdir -p "$(dirname "%{buildroot}${file}")"; echo x > "%{buildroot}${file}"`).join('\n')}
%files\n${files.join('\n')}\n`;
  writeFileSync(join(top, 'stand-in.spec'), spec);
  execFileSync(
    'rpmbuild',
    ['-bb', '--define', `_topdir ${top}`, '--dbpath', join(top, 'db'), join(top, 'stand-in.spec')],
    {
      stdio: 'ignore',
    },
  );
  const built = readdirSync(join(top, 'RPMS'), { recursive: true, encoding: 'utf8' }).find((file) =>
    file.endsWith('.rpm'),
  );
  if (built === undefined) throw new Error(`rpmbuild made no package of ${name}`);
  return join(top, 'RPMS', built);
}
