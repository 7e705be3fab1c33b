import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linuxReader } from '../../../src/main/platform/linux/linux-reader';
import { thisLinux } from '../../../src/main/platform/linux/linux-tools';
import { fakeProcess, fakeRoot, type FakeFile } from './fake-root';

const protectionId = 'ahkjpbeeocnddjkakilopmfdlnjdpcdm';

describe('browser extensions', () => {
  it('are found in the profiles of every person, with their names in words', async () => {
    const { reader } = fakeRoot({
      '/etc/passwd':
        'root:x:0:0::/root:/bin/sh\nana:x:1000:1000::/home/ana:/bin/sh\ncron:x:105:1::/home/cron:/bin/false\nnobody:x:65534:1::/home/nobody:/bin/false\n',
      [`/home/ana/.config/google-chrome/Profile 1/Extensions/${protectionId}/2.4.9.0_0/manifest.json`]:
        '{"name":"old","version":"2.4.9.0"}',
      [`/home/ana/.config/google-chrome/Profile 1/Extensions/${protectionId}/2.4.33.0_0/manifest.json`]:
        '\uFEFF{"name":"__MSG_appName__","version":"2.4.33.0","default_locale":"en"}',
      [`/home/ana/.config/google-chrome/Profile 1/Extensions/${protectionId}/2.4.33.0_0/_locales/en/messages.json`]:
        '{"APPNAME":{"message":"Kaspersky Protection"}}',
      [`/home/ana/snap/chromium/common/chromium/Default/Extensions/${'p'.repeat(32)}/1_0/manifest.json`]: 'broken {',
      '/root/.config/mozilla/firefox/x.default/extensions.json': JSON.stringify({
        addons: [
          {
            id: 'kp@kaspersky.com',
            type: 'extension',
            version: '3',
            location: 'app-profile',
            defaultLocale: { name: 'Kaspersky Protection' },
          },
          {
            id: 'own@mozilla.org',
            type: 'extension',
            version: '1',
            location: 'app-builtin',
            defaultLocale: { name: 'Own' },
          },
          { id: 'theme', type: 'theme' },
          null,
        ],
      }),
      [`/home/cron/.config/chromium/Default/Extensions/${'a'.repeat(32)}/1_0/manifest.json`]:
        '{"name":"x","version":"1"}',
    });

    const answer = await reader.ask('browser-extensions', {}, 2000);

    expect(answer).toEqual({
      status: 'ok',
      value: [
        {
          browser: 'Firefox',
          profile: 'root/x.default',
          id: 'kp@kaspersky.com',
          name: 'Kaspersky Protection',
          version: '3',
        },
        {
          browser: 'Chrome',
          profile: 'ana/Profile 1',
          id: protectionId,
          name: 'Kaspersky Protection',
          version: '2.4.33.0',
        },
        { browser: 'Chromium', profile: 'ana/Default', id: 'p'.repeat(32), name: 'p'.repeat(32), version: '1' },
      ],
    });
  });

  it('do not hang on a named pipe that a user laid in the place of a manifest', async () => {
    const folder = `/home/ana/.config/chromium/Default/Extensions/${'a'.repeat(32)}/1_0`;
    const { reader, root } = fakeRoot({ '/etc/passwd': 'ana:x:1000:1000::/home/ana:/bin/sh\n', [`${folder}/x`]: '' });
    execFileSync('mkfifo', [join(root, folder, 'manifest.json')]);

    const answer = await reader.ask('browser-extensions', {}, 2000);

    expect(answer).toMatchObject({ status: 'ok', value: [{ id: 'a'.repeat(32), version: '1' }] });
  });
});

describe('certificates', () => {
  const bundle = '/etc/ssl/certs/ca-certificates.crt';
  const shipped = '/usr/share/ca-certificates/mozilla';

  it.runIf(hasOpenssl() && existsSync(shipped))(
    'are told unless they are the distribution’s own, wherever they were put',
    async () => {
      const { reader, root, write } = fakeRoot({ '/usr/local/share/ca-certificates/sub/broken.crt': 'no certificate' });
      const local = join(root, 'usr/local/share/ca-certificates/sub/ours.crt');
      execFileSync(
        'openssl',
        [
          ...'req -x509 -newkey rsa:2048 -nodes -days 30 -keyout /dev/null -out'.split(' '),
          local,
          '-subj',
          '/O=AO Test Lab/CN=Test Personal Root',
        ],
        { stdio: 'ignore' },
      );
      const own = execFileSync('ls', [shipped], { encoding: 'utf8' })
        .split('\n')
        .filter((name) => name.endsWith('.crt'))
        .slice(0, 2);
      // The second is like the distribution's but no package knows it.
      const sum = createHash('md5')
        .update(readFileSync(join(shipped, own[0] ?? '')))
        .digest('hex');
      write('/var/lib/dpkg/info/ca-certificates.md5sums', `${sum}  usr/share/ca-certificates/mozilla/${own[0]}\n`);
      const pem = [...own.map((name) => readFileSync(join(shipped, name), 'utf8')), readFileSync(local, 'utf8')];
      write(bundle, pem.join(''));

      const answer = await reader.ask('certificates', {}, 5000);

      if (answer.status !== 'ok') throw new Error(answer.reason);
      expect(answer.value.map(({ store }) => basename(store))).toEqual([
        'ours.crt',
        'ca-certificates.crt',
        'ca-certificates.crt',
      ]);
      expect(answer.value[0]).toMatchObject({ subject: 'O=AO Test Lab, CN=Test Personal Root', selfSigned: true });
      expect(answer.value[0]?.thumbprint).toMatch(/^[0-9a-f]{64}$/);
      expect(answer.value[2]?.thumbprint).toBe(answer.value[0]?.thumbprint);
    },
  );

  it('are absent where there is no store', async () => {
    expect((await fakeRoot({ '/etc/passwd': '' }).reader.ask('certificates', {}, 1000)).status).toBe('absent');
  });
});

describe('protection', () => {
  const settings = 'LogFile /x\nOnAccessIncludePath /home\nOnAccessPrevention yes\n';
  const daemons = {
    ...fakeProcess(20, 'clamd', '/usr/sbin/clamd', '/system.slice/clamav-daemon.service'),
    ...fakeProcess(21, 'clamonacc', '/usr/sbin/clamonacc', '/system.slice/clamav-clamonacc.service'),
  };
  const installed: Record<string, FakeFile> = {
    '/usr/sbin/clamd': { program: 'exit 0' },
    ...fakeProcess(1, 'init', null, '/'),
  };
  const clamAv = async (files: Record<string, FakeFile>) => {
    const answer = await fakeRoot(files).reader.ask('protection', {}, 1000);
    return answer.status === 'ok'
      ? answer.value.map(({ name, state, definitions }) => `${name} ${state} ${definitions}`)
      : answer;
  };

  it('by ClamAV is on only while both programs run and the settings prevent access', async () => {
    expect(await clamAv({ ...installed, ...daemons, '/etc/clamav/clamd.conf': settings })).toEqual([
      'ClamAV on unknown',
    ]);
    expect(await clamAv({ ...installed, ...daemons, '/etc/clamav/clamd.conf': settings.replace('yes', 'no') })).toEqual(
      ['ClamAV off unknown'],
    );
    expect(
      await clamAv({ ...installed, ...daemons, '/etc/clamav/clamd.conf': settings.replace('OnAccessI', '#OnAccessI') }),
    ).toEqual(['ClamAV off unknown']);
    expect(await clamAv({ ...installed, '/etc/clamav/clamd.conf': settings })).toEqual(['ClamAV off unknown']);
  });

  it('is not proven by a user’s program of the same name', async () => {
    const impostors = {
      ...fakeProcess(20, 'clamd', '/home/ana/bin/clamd', '/user.slice'),
      ...fakeProcess(21, 'clamonacc', null, '/user.slice/user-1000.slice/user@1000.service/clamav-clamonacc.service'),
    };

    expect(await clamAv({ ...installed, ...impostors, '/etc/clamav/clamd.conf': settings })).toEqual([
      'ClamAV off unknown',
    ]);
  });

  it('has definitions by the date in their head', async () => {
    const head = (day: string) => ({ '/var/lib/clamav/daily.cvd': `ClamAV-VDB:${day} 09-43 +0000:27000:1:1:x:y:z:1` });

    expect(await clamAv({ ...installed, ...head('20 Nov 2026') })).toEqual(['ClamAV off current']);
    expect(await clamAv({ ...installed, ...head('01 Nov 2026') })).toEqual(['ClamAV off old']);
  });

  it('by others stays unknown while they run, and is a ghost without their program', async () => {
    const unit = {
      '/etc/systemd/system/drweb-configd.service': '[Service]\nExecStart=/opt/drweb.com/bin/drweb-configd -d\n',
    };
    const running = fakeProcess(30, 'drweb-configd', null, '/system.slice/drweb-configd.service');
    const ask = async (files: Record<string, FakeFile>) => {
      const answer = await fakeRoot({ ...fakeProcess(1, 'init', null, '/'), ...unit, ...files }).reader.ask(
        'protection',
        {},
        1000,
      );
      return answer.status === 'ok' && answer.value.map(({ state, ghost }) => ({ state, ghost }));
    };

    expect(await ask(running)).toEqual([{ state: 'unknown', ghost: false }]);
    expect(await ask({ '/opt/drweb.com/bin/drweb-configd': 'x' })).toEqual([{ state: 'off', ghost: false }]);
    expect(await ask({})).toEqual([{ state: 'off', ghost: true }]);
  });
});

describe('the computer', () => {
  const base = {
    '/etc/machine-id': '0123456789abcdef0123456789abcdef\n',
    '/etc/os-release': 'NAME=X\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n',
    '/proc/sys/kernel/osrelease': '6.1.0-1-amd64\n',
    '/usr/lib/systemd/system/default.target': { link: 'graphical.target' },
  };
  const described = async (files: Record<string, FakeFile>) => {
    const answer = await fakeRoot(files).reader.ask('description', {}, 1000);
    if (answer.status !== 'ok') throw new Error(answer.reason);
    return answer.value;
  };

  it('describes itself, with an id that is stable and does not show the system’s own', async () => {
    const [first, second] = [await described(base), await described(base)];

    expect(first).toEqual({
      id: second.id,
      platform: 'linux',
      os: 'Debian GNU/Linux 12 (bookworm)',
      build: '6.1.0-1-amd64',
      arch: 'x64',
      role: 'server',
    });
    expect(first.id).toMatch(/^[0-9a-f]{32}$/);
    expect(first.id).not.toContain('0123456789abcdef');
  });

  it('has no id when the system has none yet', async () => {
    expect((await described({ ...base, '/etc/machine-id': 'uninitialized\n' })).id).toBe('unknown');
  });

  it('is a workstation only with something graphical to start', async () => {
    const desktop: Record<string, FakeFile> = { ...base, '/usr/share/xsessions/gnome.desktop': '' };

    expect((await described(desktop)).role).toBe('workstation');
    expect(
      (
        await described({
          ...desktop,
          '/etc/systemd/system/default.target': { link: '/lib/systemd/system/multi-user.target' },
        })
      ).role,
    ).toBe('server');
  });

  it('names the way to more rights', async () => {
    const privilege = (files: Record<string, FakeFile>) => fakeRoot(files).reader.ask('privilege', {}, 1000);
    const program: FakeFile = { program: 'exit 0' };

    expect(await privilege({ '/usr/bin/pkexec': program, '/usr/bin/sudo': program })).toEqual({
      status: 'ok',
      value: { elevated: true, prompt: 'polkit' },
    });
    expect(await privilege({ '/usr/bin/sudo': program })).toMatchObject({ value: { prompt: 'sudo' } });
    expect(await privilege({ '/usr/bin/sudo': 'no program' })).toMatchObject({ value: { prompt: null } });
  });
});

describe('processes', () => {
  it('keep the path of a program that was deleted and distrust one that is another file here', async () => {
    const { reader, root, write } = fakeRoot({
      ...fakeProcess(1, 'init', null, '/'),
      ...fakeProcess(5, 'kesl', '/opt/kaspersky/kesl/libexec/kesl (deleted)', '/'),
      '/opt/here': 'x',
    });
    // The link leads to a file that exists on this computer, while the fake root has nothing at that path.
    write('/proc/6/comm', 'kesl\n');
    write('/proc/6/exe', { link: join(root, 'opt/here') });

    const answer = await reader.ask('processes', {}, 1000);

    expect(answer).toEqual({
      status: 'ok',
      value: [
        { pid: 1, name: 'init', executable: null },
        { pid: 5, name: 'kesl', executable: '/opt/kaspersky/kesl/libexec/kesl' },
        { pid: 6, name: 'kesl', executable: null },
      ],
    });
  });

  it('contain ourselves on this computer', async () => {
    const answer = await linuxReader(thisLinux()).ask('processes', {}, 5000);

    expect(answer.status === 'ok' && answer.value.find(({ pid }) => pid === process.pid)?.executable).toBe(
      process.execPath,
    );
  });
});

describe('the reader', () => {
  it('has nothing to say about a registry', async () => {
    const answer = await fakeRoot({}).reader.ask(
      'registry-tree',
      { root: 'HKLM', view: 64, path: 'SOFTWARE', depth: 1 },
      1000,
    );

    expect(answer.status).toBe('not-applicable');
  });
});

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
