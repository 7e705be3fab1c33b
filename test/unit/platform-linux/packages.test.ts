import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linuxReader } from '../../../src/main/platform/linux/linux-reader';
import { thisLinux } from '../../../src/main/platform/linux/linux-tools';
import { parseDpkgStatus } from '../../../src/main/platform/linux/parse-dpkg-status';
import { fakeRoot } from './fake-root';

const paragraph = (name: string, status: string, version = '1.0-1', architecture = 'amd64') =>
  `Package: ${name}\nStatus: ${status}\nMaintainer: A <a@example.org>\nArchitecture: ${architecture}\nVersion: ${version}\nDescription: short\n Package: not-a-field\n .\n Status: nor this\n`;

const status = [
  paragraph('whole', 'install ok installed'),
  paragraph('kept', 'deinstall ok config-files'),
  paragraph('never', 'unknown ok not-installed'),
  ...['half-installed', 'unpacked', 'half-configured', 'triggers-awaited', 'triggers-pending'].map((state) =>
    paragraph(state, `install ok ${state}`),
  ),
  paragraph('reinstall', 'install reinstreq installed'),
  paragraph('twice', 'install ok installed', '2', 'amd64'),
  paragraph('twice', 'install ok installed', '2', 'i386'),
].join('\n');

describe('packages', () => {
  it('sorts every state of dpkg into installed, settings kept and broken, and leaves out what is not installed', async () => {
    const { reader } = fakeRoot({ '/var/lib/dpkg/status': status });

    const answer = await reader.ask('packages', {}, 1000);

    expect(
      answer.status === 'ok' && answer.value.map(({ name, architecture, state }) => `${name}:${architecture} ${state}`),
    ).toEqual([
      'whole:amd64 installed',
      'kept:amd64 settings-kept',
      'half-installed:amd64 broken',
      'unpacked:amd64 broken',
      'half-configured:amd64 broken',
      'triggers-awaited:amd64 broken',
      'triggers-pending:amd64 broken',
      'reinstall:amd64 broken',
      'twice:amd64 installed',
      'twice:i386 installed',
    ]);
  });

  it('lets what an interrupted run wrote count over the status file', async () => {
    const { reader } = fakeRoot({
      '/var/lib/dpkg/status': paragraph('whole', 'install ok installed'),
      '/var/lib/dpkg/updates/0001': paragraph('whole', 'deinstall ok half-installed'),
      '/var/lib/dpkg/updates/tmp.i': paragraph('whole', 'deinstall ok not-installed'),
    });

    const answer = await reader.ask('packages', {}, 1000);

    expect(answer).toEqual({
      status: 'ok',
      value: [{ manager: 'dpkg', name: 'whole', version: '1.0-1', architecture: 'amd64', state: 'broken' }],
    });
  });

  it('survives a status file that was cut off in the middle', () => {
    const entries = parseDpkgStatus(status.slice(0, 230));

    expect(entries[0]).toEqual({
      name: 'whole',
      version: '1.0-1',
      architecture: 'amd64',
      flag: 'ok',
      status: 'installed',
    });
  });

  it('asks rpm once, and only where its database holds something', async () => {
    const rpm = {
      program: `echo "$@" >> "$(dirname "$0")/calls"; printf 'kesl\\t12.2.0-2412\\tx86_64\\ngpg-pubkey\\t1-2\\t(none)\\n'`,
    };
    const empty = fakeRoot({
      '/usr/bin/rpm': rpm,
      '/var/lib/rpm/rpmdb.sqlite': '',
      '/var/lib/dpkg/status': paragraph('a', 'install ok installed'),
    });
    const filled = fakeRoot({ '/usr/bin/rpm': rpm, '/usr/lib/sysimage/rpm/rpmdb.sqlite': 'x' });

    const [fromEmpty, fromFilled] = [
      await empty.reader.ask('packages', {}, 5000),
      await filled.reader.ask('packages', {}, 5000),
    ];

    expect(existsSync(`${empty.root}/usr/bin/calls`)).toBe(false);
    expect(fromEmpty.status === 'ok' && fromEmpty.value.map(({ name }) => name)).toEqual(['a']);
    expect(fromFilled).toEqual({
      status: 'ok',
      value: [{ manager: 'rpm', name: 'kesl', version: '12.2.0-2412', architecture: 'x86_64', state: 'installed' }],
    });
  });

  it('says absent without any database, and failed instead of half a list when rpm breaks', async () => {
    const none = fakeRoot({ '/etc/passwd': '' });
    const broken = fakeRoot({
      '/var/lib/dpkg/status': paragraph('a', 'install ok installed'),
      '/var/lib/rpm/Packages': 'x',
      '/usr/bin/rpm': { program: 'echo "error: cannot open Packages" >&2; exit 1' },
    });

    const answers = [await none.reader.ask('packages', {}, 1000), await broken.reader.ask('packages', {}, 5000)];

    expect(answers.map(({ status: state }) => state)).toEqual(['absent', 'failed']);
  });

  it.runIf(existsSync('/var/lib/dpkg/status'))('lists on this computer precisely what dpkg-query lists', async () => {
    const reader = linuxReader(thisLinux());
    const format = '${Package}\t${Version}\t${Architecture}\t${db:Status-Status}\n';

    const before = execFileSync('dpkg-query', ['-W', '-f', format], { encoding: 'utf8' });
    const answer = await reader.ask('packages', {}, 10_000);

    const words: Record<string, string> = { installed: 'installed', 'config-files': 'settings-kept' };
    const expected = before
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([name, version, architecture, state = '']) =>
        [name, version, architecture, words[state] ?? 'broken'].join(' '),
      );
    const seen =
      answer.status === 'ok'
        ? answer.value.map((entry) => [entry.name, entry.version, entry.architecture, entry.state].join(' '))
        : [];
    expect(seen.length).toBeGreaterThan(50);
    expect(seen.sort()).toEqual(expected.sort());
  });
});

describe('package files', () => {
  it('reads the list of a package, of any architecture, and nothing outside the folder of lists', async () => {
    const { reader } = fakeRoot({
      '/var/lib/dpkg/info/kesl.list': '/.\n/var\n/var/opt/kaspersky/kesl/install_12.2.0.2412/kesl\n',
      '/var/lib/dpkg/info/lib:amd64.list': '/.\n/usr/lib/a\n',
      '/var/lib/dpkg/info/lib:i386.list': '/.\n/usr/lib/b\n',
      '/var/lib/dpkg/secret.list': '/secret\n',
    });
    const ask = (name: string) => reader.ask('package-files', { manager: 'dpkg', name }, 1000);

    expect(await ask('kesl')).toEqual({
      status: 'ok',
      value: ['/var', '/var/opt/kaspersky/kesl/install_12.2.0.2412/kesl'],
    });
    expect(await ask('lib')).toEqual({ status: 'ok', value: ['/usr/lib/a', '/usr/lib/b'] });
    expect((await ask('missing')).status).toBe('absent');
    expect((await ask('../secret')).status).toBe('failed');
  });
});
