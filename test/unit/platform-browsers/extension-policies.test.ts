import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readExtensionPolicies } from '../../../src/main/platform/browsers/read-extension-policies';
import { tempTree } from './temp-tree';

const id = 'ahkjpbeeocnddjkakilopmfdlnjdpcdm';
const other = 'b'.repeat(32);
const third = 'c'.repeat(32);

describe('extension policies', () => {
  it('on Linux come from policies and from files of installers', async () => {
    const { files } = tempTree({
      '/etc/opt/chrome/policies/managed/firm.json': {
        json: { ExtensionInstallForcelist: [`${id};https://x.example`, 7, ''] },
      },
      '/etc/opt/chrome/policies/managed/broken.json': '{',
      '/etc/opt/edge/policies/managed/firm.json': {
        json: {
          ExtensionSettings: {
            '*': { installation_mode: 'force_installed' },
            [`${id},${other}`]: { installation_mode: 'normal_installed' },
            [third]: { installation_mode: 'blocked' },
          },
        },
      },
      '/etc/firefox/policies/policies.json': {
        json: {
          policies: { ExtensionSettings: { 'notes@ordinary.example': { installation_mode: 'force_installed' } } },
        },
      },
      [`/usr/share/google-chrome/extensions/${id}.json`]: '{"external_update_url":"https://x.example"}',
    });

    const answer = await readExtensionPolicies(files('linux'));

    const forced = (browser: string, extension: string, where: string) => ({
      browser,
      id: extension,
      kind: 'forced',
      where,
      scope: 'system',
    });
    expect(answer).toEqual({
      status: 'ok',
      value: [
        forced('Chrome', id, '/etc/opt/chrome/policies/managed/firm.json'),
        forced('Edge', id, '/etc/opt/edge/policies/managed/firm.json'),
        forced('Edge', other, '/etc/opt/edge/policies/managed/firm.json'),
        forced('Firefox', 'notes@ordinary.example', '/etc/firefox/policies/policies.json'),
        {
          browser: 'Chrome',
          id,
          kind: 'offered',
          where: `/usr/share/google-chrome/extensions/${id}.json`,
          scope: 'system',
        },
      ],
    });
  });

  it('on macOS come from device management, for all and for one person, and from files of installers', async () => {
    const { files } = tempTree({
      '/Library/Managed Preferences/com.google.Chrome.plist': { json: { ExtensionInstallForcelist: [`${id};u`] } },
      '/Library/Managed Preferences/ana/com.microsoft.Edge.plist': { json: { ExtensionInstallForcelist: [other] } },
      '/Library/Managed Preferences/com.brave.Browser.plist': 'no property list',
      [`/Library/Application Support/Google/Chrome/External Extensions/${id}.json`]: '{}',
      [`/Users/ana/Library/Application Support/Google/Chrome/External Extensions/${third}.json`]: '{}',
    });
    // Stands in for a reader of property lists, and throws at what is none.
    const readPlist = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

    const answer = await readExtensionPolicies({
      ...files('macos', [{ name: 'ana', folder: '/Users/ana' }]),
      readPlist,
    });

    expect(
      answer.status === 'ok' &&
        answer.value.map(({ browser, id, kind, where, scope }) => [browser, id, kind, where, scope].join(' | ')),
    ).toEqual([
      `Chrome | ${id} | offered | /Library/Application Support/Google/Chrome/External Extensions/${id}.json | system`,
      `Chrome | ${third} | offered | /Users/ana/Library/Application Support/Google/Chrome/External Extensions/${third}.json | user`,
      `Chrome | ${id} | forced | /Library/Managed Preferences/com.google.Chrome.plist | system`,
      `Edge | ${other} | forced | /Library/Managed Preferences/ana/com.microsoft.Edge.plist | system`,
    ]);
  });

  it('are none on a computer without any', async () => {
    expect(await readExtensionPolicies(tempTree({ '/x': '' }).files('linux'))).toEqual({ status: 'ok', value: [] });
  });
});
