import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDesktopEntry, programOfExec } from '../../../src/main/platform/linux/parse-desktop-entry';
import { fakeRoot, type FakeFile } from './fake-root';

const passwd = [
  'root:x:0:0:root:/root:/bin/bash',
  'cron:x:105:105::/var/spool/cron:/bin/false',
  'ana:x:1000:1000:Ana:/home/ana:/bin/bash',
  'ben:x:1001:1001:Ben:/home/ben:/bin/bash',
  'gone:x:1002:1002::/home/gone:/bin/bash',
  'nobody:x:65534:65534::/home/ana:/bin/false',
  'bad line',
  'twice:x:1003:1003::/home/ana:/bin/bash',
  '',
].join('\n');
const homes: Record<string, FakeFile> = { '/home/ana/.profile': '', '/home/ben/.profile': '' };

describe('the people of a computer', () => {
  it('are its ordinary accounts whose home is there', async () => {
    const { reader } = fakeRoot({ '/etc/passwd': passwd, ...homes });

    expect(await reader.ask('user-profiles', {}, 1000)).toEqual({
      status: 'ok',
      value: [
        { name: 'ana', folder: '/home/ana', sid: null, hiveReadable: null },
        { name: 'ben', folder: '/home/ben', sid: null, hiveReadable: null },
      ],
    });
  });

  it('begin where the system says that their numbers begin', async () => {
    const old = {
      '/etc/login.defs': '# UID_MIN 1\nUID_MIN   500\n',
      '/etc/passwd': 'eva:x:500:500::/home/eva:/bin/sh\n',
    };
    const names = async (files: Record<string, FakeFile>) => {
      const answer = await fakeRoot({ ...files, '/home/eva/.profile': '' }).reader.ask('user-profiles', {}, 1000);
      return answer.status === 'ok' && answer.value.map(({ name }) => name);
    };

    expect(await names(old)).toEqual(['eva']);
    expect(await names({ '/etc/passwd': old['/etc/passwd'] })).toEqual([]);
  });

  it('are absent where there is no list of accounts', async () => {
    expect((await fakeRoot({}).reader.ask('user-profiles', {}, 1000)).status).toBe('absent');
  });
});

describe('what starts by itself', () => {
  const entry = (name: string, exec: string, more = ''): string =>
    `[Desktop Entry]\nType=Application\nName=${name}\nName[ru]=Другое\nExec=${exec}\n${more}\n[Desktop Action New]\nName=New\nExec=/bin/other\n`;

  it('is the system’s, and that of every home with its owner’s word only', async () => {
    const { reader } = fakeRoot({
      '/etc/passwd': passwd,
      ...homes,
      '/usr/bin/nm-applet': { program: 'exit 0' },
      '/etc/xdg/autostart/nm-applet.desktop': entry('Network', 'nm-applet --indicator'),
      '/etc/xdg/autostart/notes.txt': entry('No entry', '/bin/true'),
      '/home/ana/.config/autostart/tool.desktop': entry('Tool', '"/opt/my tool/run" %u'),
      '/home/ben/.config/autostart/off.desktop': entry('Off', '/opt/off', 'Hidden=true'),
      '/root/.config/autostart/env.desktop': entry('Env', 'env LANG=C /opt/env/run'),
    });

    expect(await reader.ask('autostarts', {}, 1000)).toEqual({
      status: 'ok',
      value: [
        {
          name: 'Network',
          program: '/usr/bin/nm-applet',
          where: '/etc/xdg/autostart/nm-applet.desktop',
          scope: 'system',
        },
        { name: 'Tool', program: '/opt/my tool/run', where: '/home/ana/.config/autostart/tool.desktop', scope: 'user' },
        { name: 'Env', program: '/opt/env/run', where: '/root/.config/autostart/env.desktop', scope: 'user' },
      ],
    });
  });

  it('is nothing where nothing is laid out for it', async () => {
    expect(await fakeRoot({}).reader.ask('autostarts', {}, 1000)).toEqual({ status: 'ok', value: [] });
  });

  it('keeps the file’s name where an entry has none, and no program where it names none', async () => {
    const { reader } = fakeRoot({ '/etc/xdg/autostart/bare.desktop': '[Desktop Entry]\nType=Application\n' });

    expect(await reader.ask('autostarts', {}, 1000)).toMatchObject({ value: [{ name: 'bare', program: null }] });
  });

  it.each([
    ['/opt/a/b --x', '/opt/a/b'],
    ['"/opt/a b/\\"c" %f', '/opt/a b/"c'],
    ['env -i A=1 B=2 prog', 'prog'],
    ['/usr/bin/env', '/usr/bin/env'],
    ['%u', null],
    ['', null],
  ])('starts from %s the program %s', (exec, program) => {
    expect(programOfExec(exec)).toBe(program);
  });

  it('is read whatever somebody wrote there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { exec } = parseDesktopEntry(`[Desktop Entry]\n${text}`);
        return exec === null || typeof programOfExec(exec) === 'string' || programOfExec(exec) === null;
      }),
      { numRuns: 2000 },
    );
  });
});
