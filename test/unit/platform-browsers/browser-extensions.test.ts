import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asOrdinaryUser } from '../../support/as-ordinary-user';
import type { Platform } from '../../../src/main/core/machine/shapes';
import { browserPlaces } from '../../../src/main/platform/browsers/browser-places';
import { readBrowserExtensions } from '../../../src/main/platform/browsers/read-browser-extensions';
import { tempTree, type TreeEntry } from './temp-tree';

const ana = { name: 'ana', folder: '/home/ana' };
const ids = { store: 'a'.repeat(32), unpacked: 'b'.repeat(32), gone: 'c'.repeat(32), own: 'd'.repeat(32) };
const manifest = (name: string) => ({ json: { name, version: '1.2' } });
const addOns = (name: string): TreeEntry => ({
  json: { addons: [{ id: `${name}@ordinary.example`, type: 'extension', version: '3', defaultLocale: { name } }] },
});

async function extensionsIn(entries: Readonly<Record<string, TreeEntry>>, platform: Platform = 'linux') {
  const { root } = tempTree(entries);
  const answer = await readBrowserExtensions({ platform, root, homes: [ana] });
  if (answer.status !== 'ok') throw new Error(answer.reason);
  return answer.value.map(({ browser, profile, id, name, version }) =>
    [browser, profile, id, name, version].join(' | '),
  );
}

describe.each(['linux', 'windows', 'macos'] as const)('browsers on %s', (platform) => {
  it('are looked for in every place of the table', async () => {
    const places = browserPlaces[platform].filter(({ folder }) => folder !== 'AppData/Local/Chromium');
    const entries = places.map(({ kind, folder }): [string, TreeEntry] =>
      kind === 'chromium'
        ? [`/home/ana/${folder}/Default/Extensions/${ids.store}/1.2_0/manifest.json`, manifest('Ordinary Notes')]
        : [`/home/ana/${folder}/x.default/extensions.json`, addOns('Ordinary Notes')],
    );

    const found = await extensionsIn(Object.fromEntries(entries), platform);

    expect(found).toEqual(
      places.map(({ browser, kind }) =>
        kind === 'chromium'
          ? `${browser} | ana/Default | ${ids.store} | Ordinary Notes | 1.2`
          : `${browser} | ana/x.default | Ordinary Notes@ordinary.example | Ordinary Notes | 3`,
      ),
    );
  });
});

describe('a Chromium profile', () => {
  const profile = '/home/ana/.config/chromium/Default';

  it('names extensions outside its own folder in its settings', async () => {
    const settings = {
      [ids.store]: { location: 1, path: `${ids.store}/1.2_0`, manifest: { name: 'Told once', version: '1.2' } },
      [ids.unpacked]: { location: 4, path: '/home/ana/work/extension' },
      [ids.gone]: { location: 4, path: '/home/ana/work/deleted' },
      [ids.own]: { location: 5, path: '/opt/browser/resources/own', manifest: { name: 'Own', version: '1' } },
      ['e'.repeat(32)]: { location: 3, path: '/opt/vendor/extension', manifest: { name: 'Vendor', version: '7' } },
      nonsense: { location: 4, path: '/home/ana/work/extension' },
    };

    const found = await extensionsIn({
      [`${profile}/Extensions/${ids.store}/1.2_0/manifest.json`]: manifest('Ordinary Notes'),
      [`${profile}/Secure Preferences`]: { json: { extensions: { settings } } },
      [`${profile}/Preferences`]: 'broken {',
      '/home/ana/work/extension/manifest.json': manifest('Work In Progress'),
    });

    expect(found).toEqual([
      `Chromium | ana/Default | ${ids.store} | Ordinary Notes | 1.2`,
      `Chromium | ana/Default | ${ids.unpacked} | Work In Progress | 1.2`,
      `Chromium | ana/Default | ${'e'.repeat(32)} | Vendor | 7`,
    ]);
  });

  it('can be the browser’s own folder, and no folder with another name passes for an extension', async () => {
    const found = await extensionsIn({
      [`/home/ana/.config/opera/Extensions/${ids.store}/1_0/manifest.json`]: manifest('Ordinary Notes'),
      '/home/ana/.config/opera/Extensions/Temp/1_0/manifest.json': manifest('Temp'),
    });

    expect(found).toEqual([`Opera | ana/Default | ${ids.store} | Ordinary Notes | 1.2`]);
  });

  it('is followed by links inside the home and never out of it', async () => {
    const found = await extensionsIn({
      [`/outside/Extensions/${ids.store}/1_0/manifest.json`]: manifest('Somebody Else’s'),
      '/home/ana/.config/chromium/Default': { link: '../../../../outside' },
      '/home/ana/.config/vivaldi': { link: '../moved/vivaldi' },
      [`/home/ana/moved/vivaldi/Default/Extensions/${ids.store}/1_0/manifest.json`]: manifest('Ordinary Notes'),
      [`/home/ana/moved/vivaldi/Default/Extensions/${ids.unpacked}/1_0/manifest.json`]: { link: '/etc/passwd' },
      '/home/ana/.config/google-chrome': { link: 'google-chrome' },
    });

    expect(found).toEqual([
      `Vivaldi | ana/Default | ${ids.store} | Ordinary Notes | 1.2`,
      `Vivaldi | ana/Default | ${ids.unpacked} | ${ids.unpacked} | 1`,
    ]);
  });

  it('may hold a pipe and a file of any size in the place of a manifest', async () => {
    const folder = `/home/ana/.config/chromium/Default/Extensions`;
    const { root } = tempTree({
      [`${folder}/${ids.store}/1_0/x`]: '',
      [`${folder}/${ids.own}/2_0/manifest.json`]: Buffer.alloc(17 * 1024 * 1024, 0x20),
    });
    execFileSync('mkfifo', [join(root, folder, ids.store, '1_0/manifest.json')]);

    const answer = await readBrowserExtensions({ platform: 'linux', root, homes: [ana] });

    expect(answer).toMatchObject({
      status: 'ok',
      value: [
        { id: ids.store, name: ids.store, version: '1' },
        { id: ids.own, name: ids.own, version: '2' },
      ],
    });
  });
});

describe('Firefox', () => {
  it('has profiles where profiles.ini says, as long as that is in the home', async () => {
    const found = await extensionsIn({
      '/home/ana/.mozilla/firefox/profiles.ini':
        '[Profile0]\r\nIsRelative=1\r\nPath=x.default\r\n[Profile1]\nIsRelative=0\nPath=/home/ana/far/y.work\n[Profile2]\nPath=/home/bob/z\n[Profile3]\nPath=../../../bob/z\n',
      '/home/ana/.mozilla/firefox/x.default/extensions.json': addOns('One'),
      '/home/ana/far/y.work/extensions.json': addOns('Two'),
      '/home/bob/z/extensions.json': addOns('Three'),
    });

    expect(found).toEqual([
      'Firefox | ana/x.default | One@ordinary.example | One | 3',
      'Firefox | ana/y.work | Two@ordinary.example | Two | 3',
    ]);
  });
});

describe('homes', () => {
  it('that may not be read are passed over, and denied when there is no other', async () => {
    const { root } = tempTree({ '/home/ana/x': '', '/home/bob/x': '' });
    chmodSync(join(root, 'home/ana'), 0o000);
    const bob = { name: 'bob', folder: '/home/bob' };

    const [alone, both] = await asOrdinaryUser(root, () =>
      Promise.all([[ana], [ana, bob]].map((homes) => readBrowserExtensions({ platform: 'linux', root, homes }))),
    );

    expect(alone).toMatchObject({ status: 'denied' });
    expect(both).toEqual({ status: 'ok', value: [] });
    chmodSync(join(root, 'home/ana'), 0o755);
  });

  it('that are not there are denied too, because nothing was seen', async () => {
    const { root } = tempTree({ '/x': '' });

    expect(await readBrowserExtensions({ platform: 'linux', root, homes: [ana] })).toMatchObject({ status: 'denied' });
  });
});
