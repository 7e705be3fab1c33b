import { describe, expect, it } from 'vitest';
import { parseUnit, programIn } from '../../../src/main/platform/linux/parse-unit';
import { fakeProcess, fakeRoot, type FakeFile } from './fake-root';

const unit = (exec: string, more = '') => `[Unit]\nDescription=Words\n\n[Service]\n${more}ExecStart=${exec}\n`;

async function servicesOf(files: Record<string, FakeFile>) {
  const answer = await fakeRoot(files).reader.ask('services', {}, 2000);
  if (answer.status !== 'ok') throw new Error(answer.reason);
  return new Map(answer.value.map((service) => [service.name, service]));
}

const systemd = {
  '/run/systemd/system/placeholder': '',
  ...fakeProcess(1, 'systemd', '/usr/lib/systemd/systemd', '/init.scope'),
};

describe('services', () => {
  it('describe a unit with its program, its links and its control group', async () => {
    const script = '/var/opt/kaspersky/kesl/install-current/etc/init.d/kesl';
    const services = await servicesOf({
      ...systemd,
      '/etc/systemd/system/kesl.service': unit(`${script} start`, 'Type=forking\n'),
      '/etc/systemd/system/multi-user.target.wants/kesl.service': { link: '/etc/systemd/system/kesl.service' },
      '/var/opt/kaspersky/kesl/12_1/etc/init.d/kesl': 'x',
      '/var/opt/kaspersky/kesl/install-current': { link: '12_1' },
      ...fakeProcess(7, 'kesl', '/opt/kaspersky/kesl/libexec/kesl', '/system.slice/kesl.service'),
    });

    expect([...services.values()]).toEqual([
      {
        name: 'kesl',
        kind: 'service',
        displayName: 'Words',
        state: 'running',
        startsBySelf: true,
        executable: script,
        executableExists: true,
        definedIn: '/etc/systemd/system/kesl.service',
      },
    ]);
  });

  it('keep a link to a unit that is gone, and a unit whose program is gone', async () => {
    const services = await servicesOf({
      ...systemd,
      '/etc/systemd/system/multi-user.target.wants/klnagent64.service': {
        link: '/etc/systemd/system/klnagent64.service',
      },
      '/usr/lib/systemd/system/left.service': unit('/opt/kaspersky/left'),
      '/etc/systemd/system/alias.service': { link: '/nowhere/other.service' },
    });

    const short = [...services.values()].map(({ name, state, startsBySelf, executable, executableExists }) => ({
      name,
      state,
      startsBySelf,
      executable,
      executableExists,
    }));
    expect(short).toEqual([
      { name: 'alias', state: 'stopped', startsBySelf: false, executable: null, executableExists: null },
      {
        name: 'left',
        state: 'stopped',
        startsBySelf: false,
        executable: '/opt/kaspersky/left',
        executableExists: false,
      },
      { name: 'klnagent64', state: 'stopped', startsBySelf: true, executable: null, executableExists: null },
    ]);
  });

  it('take the first folder, drop-ins, masks and second names as systemd does', async () => {
    const services = await servicesOf({
      ...systemd,
      '/usr/lib/systemd/system/a.service': unit('/usr/bin/vendor'),
      '/etc/systemd/system/a.service': unit('/usr/bin/local'),
      '/usr/lib/systemd/system/b.service': unit('/usr/bin/first'),
      '/etc/systemd/system/b.service.d/10.conf': '[Service]\nExecStart=\nExecStart=/usr/bin/second\n',
      '/usr/lib/systemd/system/c.service': unit('/usr/bin/c'),
      '/etc/systemd/system/c.service': { link: '/dev/null' },
      '/etc/systemd/system/b2.service': { link: 'b.service' },
      '/etc/systemd/system/dbus-b.service': { link: '../../../usr/lib/systemd/system/b.service' },
    });

    expect([...services.values()].map(({ name, executable }) => [name, executable])).toEqual(
      expect.arrayContaining([
        ['a', '/usr/bin/local'],
        ['b', '/usr/bin/second'],
        ['c', null],
      ]),
    );
    expect(services.has('dbus-b')).toBe(false);
  });

  it('do not believe control groups that a user or a container can name', async () => {
    const services = await servicesOf({
      ...systemd,
      '/etc/systemd/system/kesl.service': unit('/opt/kaspersky/kesl/libexec/kesl'),
      ...fakeProcess(8, 'kesl', null, '/user.slice/user-1000.slice/user@1000.service/app.slice/kesl.service'),
      ...fakeProcess(9, 'kesl', null, '/system.slice/docker-1.scope/system.slice/kesl.service'),
    });

    expect(services.get('kesl')?.state).toBe('stopped');
  });

  it('know without systemd only what a running program tells, and never take a shell for one', async () => {
    const services = await servicesOf({
      '/etc/systemd/system/direct.service': unit('/opt/direct'),
      '/etc/systemd/system/shell.service': unit(`/opt/tools/sh -c 'exec /opt/x'`),
      '/etc/systemd/system/other.service': unit('/opt/other'),
      ...fakeProcess(1, 'sh', '/opt/tools/sh', '/'),
      ...fakeProcess(5, 'direct', '/opt/direct', '/'),
    });

    expect(Object.fromEntries([...services.values()].map(({ name, state }) => [name, state]))).toEqual({
      direct: 'running',
      other: 'unknown',
      shell: 'unknown',
    });
  });

  it('say unknown and not stopped where other processes are hidden', async () => {
    const services = await servicesOf({
      '/run/systemd/system/placeholder': '',
      '/etc/systemd/system/a.service': unit('/opt/a'),
      ...fakeProcess(500, 'me', '/usr/bin/me', '/user.slice'),
    });

    expect(services.get('a')?.state).toBe('unknown');
  });

  it('find templates by their instances and init scripts without a unit', async () => {
    const services = await servicesOf({
      ...systemd,
      '/usr/lib/systemd/system/getty@.service': unit('-/sbin/agetty -o "-p" - $TERM'),
      '/etc/systemd/system/getty.target.wants/getty@tty1.service': { link: '/usr/lib/systemd/system/getty@.service' },
      ...fakeProcess(6, 'agetty', '/sbin/agetty', '/system.slice/system-getty.slice/getty@tty1.service'),
      '/etc/init.d/kav4fs': { text: '#!/bin/sh\n# Short-Description: old product\n', mode: 0o755 },
      '/etc/init.d/README': 'words',
      '/etc/rc3.d/S20kav4fs': { link: '../init.d/kav4fs' },
    });

    expect(services.get('getty@')).toMatchObject({ state: 'running', startsBySelf: true, executable: '/sbin/agetty' });
    expect(services.get('kav4fs')).toMatchObject({
      displayName: 'old product',
      startsBySelf: true,
      definedIn: '/etc/init.d/kav4fs',
    });
    expect([...services.keys()].sort()).toEqual(['getty@', 'kav4fs']);
  });
});

describe('unit files', () => {
  it.each([
    ['/usr/bin/a b', '/usr/bin/a'],
    ['-@/usr/bin/a name b', '/usr/bin/a'],
    ['"/opt/with space/a" b', '/opt/with space/a'],
    ['/usr/bin/perl -w /opt/x/y.pl z', '/opt/x/y.pl'],
    [`/bin/sh -c '/opt/x'`, '/bin/sh'],
    ['+/bin/bash -ec /opt/x', '/bin/bash'],
    ['@/usr/bin/python3 name /opt/z.py', '/opt/z.py'],
    ['', null],
  ])('start by %j the program %j', (text, expected) => {
    expect(programIn(text)).toBe(expected);
  });

  it('are read through comments, continued lines and other sections', () => {
    const text =
      '[Unit]\n# no\nDescription = a \\\n b\n[Install]\nExecStart=/no\n[Service]\n;x\nExecStart=/a \\\n  b\nExecStart=/c\n';

    expect(parseUnit(text)).toEqual({ description: 'a   b', type: null, execStart: '/a    b' });
  });
});
