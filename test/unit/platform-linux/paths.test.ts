import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asOrdinaryUser } from '../../support/as-ordinary-user';
import { fakeRoot } from './fake-root';

describe('a path', () => {
  it('is described itself when it is a link, with links among its folders followed', async () => {
    const { reader } = fakeRoot({
      '/var/opt/kaspersky/kesl/12_1/kesl': 'four',
      '/var/opt/kaspersky/kesl/install-current': { link: '12_1' },
      '/usr/bin/kesl-control': { link: '/opt/gone' },
    });
    const ask = (path: string) => reader.ask('path', { path }, 1000);

    const [file, link, folder] = await Promise.all([
      ask('/var/opt/kaspersky/kesl/install-current/kesl'),
      ask('/usr/bin/kesl-control'),
      ask('/var/opt/kaspersky/kesl/install-current/../12_1'),
    ]);

    expect(file).toMatchObject({
      status: 'ok',
      value: { kind: 'file', linkTarget: null, sizeBytes: 4, ownedBySystem: true },
    });
    expect(link).toMatchObject({ status: 'ok', value: { kind: 'link', linkTarget: '/opt/gone', ownedBySystem: true } });
    expect(folder).toMatchObject({ status: 'ok', value: { kind: 'folder' } });
  });

  it('is absent when it is not there, below a file, and failed when no absolute path, a loop or no path at all', async () => {
    const { reader } = fakeRoot({ '/a': 'x', '/loop': { link: 'loop' } });

    const states = await Promise.all(
      ['/b', '/a/b', 'a', '/loop/x', '/a\0b'].map(async (path) => (await reader.ask('path', { path }, 1000)).status),
    );

    expect(states).toEqual(['absent', 'absent', 'failed', 'failed', 'failed']);
  });

  it.each([
    ['everything is protected', () => {}, true],
    ['the file may be written by others', (root: string) => chmodSync(join(root, 'opt/a/file'), 0o646), false],
    ['a folder above may be written by a group', (root: string) => chmodSync(join(root, 'opt'), 0o775), false],
    ['a folder above is sticky', (root: string) => chmodSync(join(root, 'opt'), 0o1777), true],
  ])('is the system’s own or not, when %s', async (_, change, expected) => {
    const { reader, root } = fakeRoot({ '/opt/a/file': 'x' });
    change(root);

    const answer = await reader.ask('path', { path: '/opt/a/file' }, 1000);

    expect(answer.status === 'ok' && answer.value.ownedBySystem).toBe(expected);
  });

  it('is not the system’s own when it is itself a folder in which everybody may write', async () => {
    const { reader, root } = fakeRoot({ '/tmp/x': '' });
    chmodSync(join(root, 'tmp'), 0o1777);

    const answer = await reader.ask('path', { path: '/tmp' }, 1000);

    expect(answer.status === 'ok' && answer.value.ownedBySystem).toBe(false);
  });

  it.runIf(process.geteuid?.() === 0)('is not the system’s own when a link on the way belongs to a user', async () => {
    const { reader, root, write } = fakeRoot({
      '/real/file': 'x',
      '/tmp/link': { link: '/real' },
      '/opt/a': { link: '/tmp/link' },
    });
    chmodSync(join(root, 'tmp'), 0o1777);
    const ask = async () => {
      const answer = await reader.ask('path', { path: '/opt/a/file' }, 1000);
      return answer.status === 'ok' && answer.value.ownedBySystem;
    };

    const before = await ask();
    execFileSync('chown', ['-h', '12345', join(root, 'tmp/link')]);
    const after = await ask();
    write('/home/file', 'x');
    chownSync(join(root, 'home/file'), 12345, 12345);
    const users = await reader.ask('path', { path: '/home/file' }, 1000);

    expect([before, after, users.status === 'ok' && users.value.ownedBySystem]).toEqual([true, false, false]);
  });
});

describe('texts and folders', () => {
  it('are read, with what is no UTF-8 replaced, up to one MiB', async () => {
    const { reader, root, write } = fakeRoot({
      '/etc/a': 'äb',
      '/etc/large': 'x'.repeat(1024 * 1024 + 1),
      '/etc/full': 'x'.repeat(1024 * 1024),
    });
    execFileSync('sh', ['-c', `printf 'a\\377b' > "$0"/etc/latin; mkfifo "$0"/etc/pipe`, root]);
    mkdirSync(join(root, 'etc/folder'));
    write('/etc/link', { link: 'a' });
    const text = async (path: string) => {
      const answer = await reader.ask('text', { path }, 2000);
      return answer.status === 'ok' ? answer.value.slice(0, 3) : answer.status;
    };

    const texts = await Promise.all(
      ['a', 'latin', 'large', 'full', 'pipe', 'folder', 'none'].map((name) => text(`/etc/${name}`)),
    );
    const folder = await reader.ask('folder', { path: '/etc' }, 1000);

    expect(texts).toEqual(['äb', 'a\uFFFDb', 'failed', 'xxx', 'failed', 'failed', 'absent']);
    expect(folder.status === 'ok' && folder.value.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'a file',
      'folder folder',
      'full file',
      'large file',
      'latin file',
      'link link',
      'pipe other',
    ]);
  });

  it('are denied to those who may not read them', async () => {
    const { reader, root } = fakeRoot({ '/etc/secret': { text: 'x', mode: 0o000 } });

    const answer = await asOrdinaryUser(root, () => reader.ask('text', { path: '/etc/secret' }, 1000));

    expect(answer.status).toBe('denied');
  });
});
