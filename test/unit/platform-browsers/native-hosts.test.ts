import { describe, expect, it } from 'vitest';
import { systemHostPlaces, userHostPlaces } from '../../../src/main/platform/browsers/native-host-places';
import { readNativeHosts } from '../../../src/main/platform/browsers/read-native-hosts';
import { tempTree, type TreeEntry } from './temp-tree';

const host = 'com.kaspersky.ahkjpbeeocnddjkakilopmfdlnjdpcdm.host';
const ana = { name: 'ana', folder: '/home/ana' };
const manifest: TreeEntry = { json: { name: host, path: '/opt/ordinary/host', type: 'stdio' } };

describe.each(['linux', 'macos'] as const)('native hosts on %s', (platform) => {
  it('are found in every folder of the system and of a person', async () => {
    const system = systemHostPlaces[platform];
    const user = userHostPlaces(platform).map(({ browser, folder }) => ({ browser, folder: `/home/ana/${folder}` }));
    const entries = [...system, ...user].map(({ folder }): [string, TreeEntry] => [`${folder}/${host}.json`, manifest]);
    const { files } = tempTree(Object.fromEntries(entries));

    const answer = await readNativeHosts(files(platform, [ana]));

    const told = (scope: string) => (place: { browser: string; folder: string }) => ({
      browser: place.browser,
      name: host,
      manifest: `${place.folder}/${host}.json`,
      program: '/opt/ordinary/host',
      scope,
    });
    expect(answer).toEqual({ status: 'ok', value: [...system.map(told('system')), ...user.map(told('user'))] });
  });
});

describe('a native host', () => {
  const folder = '/etc/opt/chrome/native-messaging-hosts';

  it('whose manifest cannot be read is still there, without its program', async () => {
    const { files } = tempTree({
      [`${folder}/broken.json`]: '{',
      [`${folder}/other.json`]: { json: { path: 7 } },
      [`${folder}/readme.txt`]: '',
    });

    const answer = await readNativeHosts(files('linux'));

    expect(answer).toMatchObject({
      value: [
        { name: 'broken', program: null },
        { name: 'other', program: null },
      ],
    });
    expect(answer.status === 'ok' && answer.value).toHaveLength(2);
  });

  it('that others may write to is a person’s word even in a folder of the system', async () => {
    const { files } = tempTree({
      [`${folder}/a.json`]: { open: '{"path":"/a"}' },
      [`${folder}/b.json`]: '{"path":"/b"}',
    });

    const answer = await readNativeHosts(files('linux'));

    expect(answer).toMatchObject({
      value: [
        { name: 'a', scope: 'user' },
        { name: 'b', scope: 'system' },
      ],
    });
  });
});
