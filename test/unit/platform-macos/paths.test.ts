import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeMac } from './fake-mac';

describe('a path of a Mac', () => {
  it('is described itself when it is a link, with links among its folders followed', async () => {
    const { reader } = fakeMac({
      '/private/var/log/kav.log': 'four',
      '/var': { link: 'private/var' },
      '/usr/local/bin/kav': { link: '/Library/gone' },
    });
    const ask = (path: string) => reader.ask('path', { path }, 1000);

    const [file, link, missing, relative] = await Promise.all(
      ['/var/log/kav.log', '/usr/local/bin/kav', '/nothing', 'var'].map(ask),
    );

    expect(file).toMatchObject({ status: 'ok', value: { kind: 'file', sizeBytes: 4, ownedBySystem: true } });
    expect(link).toMatchObject({ status: 'ok', value: { kind: 'link', linkTarget: '/Library/gone' } });
    expect(missing).toMatchObject({ status: 'absent' });
    expect(relative).toMatchObject({ status: 'failed' });
  });

  it.each([
    ['everything is protected', () => {}, true],
    [
      'the file may be written by a group',
      (root: string) => chmodSync(join(root, 'Applications/a/file'), 0o664),
      false,
    ],
    [
      'administrators may write to a folder above',
      (root: string) => chmodSync(join(root, 'Applications'), 0o775),
      true,
    ],
    ['everybody may write to a folder above', (root: string) => chmodSync(join(root, 'Applications'), 0o777), false],
    ['a folder above is sticky', (root: string) => chmodSync(join(root, 'Applications'), 0o1777), true],
  ])('is the system’s own or not, when %s', async (_, change, expected) => {
    const { reader, root } = fakeMac({ '/Applications/a/file': 'x' });
    change(root);

    const answer = await reader.ask('path', { path: '/Applications/a/file' }, 1000);

    expect(answer.status === 'ok' && answer.value.ownedBySystem).toBe(expected);
  });

  it('is not the system’s own when another group than the administrators may write on the way', async () => {
    const { reader, root } = fakeMac({ '/Applications/a/file': 'x' }, { administratorsGroupId: 12_345 });
    chmodSync(join(root, 'Applications'), 0o775);

    const answer = await reader.ask('path', { path: '/Applications/a/file' }, 1000);

    expect(answer.status === 'ok' && answer.value.ownedBySystem).toBe(false);
  });
});

describe('folders and texts of a Mac', () => {
  it('are told by name, and read up to a limit', async () => {
    const { reader } = fakeMac({
      '/f/b': 'текст',
      '/f/a/x': '',
      '/f/link': { link: 'b' },
      '/large': 'x'.repeat(1024 * 1024 + 1),
    });

    expect(await reader.ask('folder', { path: '/f' }, 1000)).toEqual({
      status: 'ok',
      value: [
        { name: 'a', kind: 'folder' },
        { name: 'b', kind: 'file' },
        { name: 'link', kind: 'link' },
      ],
    });
    expect(await reader.ask('text', { path: '/f/b' }, 1000)).toEqual({ status: 'ok', value: 'текст' });
    expect(await reader.ask('text', { path: '/large' }, 1000)).toMatchObject({ status: 'failed' });
    expect(await reader.ask('text', { path: '/f' }, 1000)).toMatchObject({ status: 'failed' });
    expect(await reader.ask('text', { path: 'f/b' }, 1000)).toMatchObject({ status: 'failed' });
    expect(await reader.ask('folder', { path: '/none' }, 1000)).toMatchObject({ status: 'absent' });
  });
});
