import { copyFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readNativeHosts } from '../../../src/main/platform/browsers/read-native-hosts';
import { browserFiles } from '../../../src/main/platform/linux/browser-files';
import { fakeRoot } from '../platform-linux/fake-root';

const passwd = 'root:x:0:0::/root:/bin/sh\nana:x:1000:1000::/home/ana:/bin/sh\n';

describe('a Linux computer', () => {
  it('has the browsers of root and of its people, and the system’s own folders without any list of them', async () => {
    const hosts = '/etc/opt/chrome/native-messaging-hosts/com.ordinary.host.json';
    const { tools } = fakeRoot({ '/etc/passwd': passwd, '/home/ana/x': '', [hosts]: '{"path":"/opt/ordinary/host"}' });
    const bare = fakeRoot({ [hosts]: '{}' });

    expect(browserFiles(tools).homes).toEqual([
      { name: 'root', folder: '/root' },
      { name: 'ana', folder: '/home/ana' },
    ]);
    expect(await readNativeHosts(browserFiles(bare.tools))).toMatchObject({
      value: [{ name: 'com.ordinary.host', scope: 'system' }],
    });
  });

  it('tells what Firefox trusts beside what the system trusts', async () => {
    const profile = '/home/ana/.mozilla/firefox/x.default';
    const { reader, root } = fakeRoot({ '/etc/passwd': passwd, [`${profile}/x`]: '' });
    copyFileSync(new URL('fixtures/cert9.db', import.meta.url), `${root}${profile}/cert9.db`);

    const answer = await reader.ask('certificates', {}, 2000);

    expect(answer).toMatchObject({ status: 'ok' });
    expect(answer.status === 'ok' && answer.value.map(({ store }) => store)).toEqual(
      Array.from({ length: 3 }, () => 'Firefox ana/x.default'),
    );
  });
});
