import { describe, expect, it } from 'vitest';
import { ok, unanswered } from '../../../src/main/core/machine/answer';
import { readExtensionPolicies } from '../../../src/main/platform/windows/browsers/read-extension-policies';
import { readNativeHosts } from '../../../src/main/platform/windows/browsers/read-native-hosts';
import { fakeRegistry } from './fake-registry';

const id = 'ahkjpbeeocnddjkakilopmfdlnjdpcdm';
const other = 'b'.repeat(32);
const host = `com.kaspersky.${id}.host`;
const sid = 'S-1-5-21-1-2-3-1001';

describe('native hosts in the registry', () => {
  it('are told once for both views, with the program that their manifest names', () => {
    const manifest = 'C:\\Program Files (x86)\\Ordinary\\host.json';
    const opened: string[] = [];
    const registry = fakeRegistry({
      [`HKLM/32/Software\\Google\\Chrome\\NativeMessagingHosts\\${host}`]: { '': manifest },
      [`HKLM/64/Software\\Google\\Chrome\\NativeMessagingHosts\\${host}`]: { '': manifest },
      [`HKU/64/${sid}\\Software\\Mozilla\\NativeMessagingHosts\\share`]: { '': '\\\\server\\share\\host.json' },
      [`HKU/64/${sid}\\Software\\Microsoft\\Edge\\NativeMessagingHosts\\empty`]: {},
      [`HKU/64/${sid}_Classes\\Software\\Google\\Chrome\\NativeMessagingHosts\\x`]: { '': 'C:\\x.json' },
    });

    const answer = readNativeHosts(registry, (path) => {
      opened.push(path);
      return ok('\uFEFF{"path":"bin\\\\host.exe"}');
    });

    expect(answer).toEqual({
      status: 'ok',
      value: [
        {
          browser: 'Chrome',
          name: host,
          manifest,
          program: 'C:\\Program Files (x86)\\Ordinary\\bin\\host.exe',
          scope: 'system',
        },
        {
          browser: 'Edge',
          name: 'empty',
          manifest: `HKU64\\${sid}\\Software\\Microsoft\\Edge\\NativeMessagingHosts\\empty`,
          program: null,
          scope: 'user',
        },
        { browser: 'Firefox', name: 'share', manifest: '\\\\server\\share\\host.json', program: null, scope: 'user' },
      ],
    });
    expect(opened.every((path) => path === manifest)).toBe(true);
  });

  it('are not told as none when the computer’s own keys may not be read, whatever a person locks', () => {
    const path = `Software\\Google\\Chrome\\NativeMessagingHosts`;
    const nothing = () => unanswered('absent', '');

    expect(readNativeHosts(fakeRegistry({ [`HKLM/64/${path}\\x`]: 'denied' }), nothing).status).toBe('denied');
    expect(readNativeHosts(fakeRegistry({ [`HKCU/64/${path}`]: 'denied' }), nothing)).toEqual(ok([]));
  });
});

describe('extension policies in the registry', () => {
  it('are read in every form that browsers take, and once for the views that share them', () => {
    const registry = fakeRegistry({
      'HKLM/64/Software\\Policies\\Google\\Chrome\\ExtensionInstallForcelist': {
        '1': `${id};https://x.example`,
        '2': '',
      },
      'HKLM/32/Software\\Policies\\Google\\Chrome\\ExtensionInstallForcelist': { '1': `${id};https://x.example` },
      'HKLM/64/Software\\Policies\\Microsoft\\Edge': {
        ExtensionSettings: `{"*":{"installation_mode":"blocked"},"${other}":{"installation_mode":"force_installed"}}`,
      },
      [`HKLM/64/Software\\Policies\\BraveSoftware\\Brave\\ExtensionSettings\\${id}`]: {
        installation_mode: 'normal_installed',
      },
      [`HKLM/64/Software\\Policies\\BraveSoftware\\Brave\\ExtensionSettings\\${other}`]: {
        installation_mode: 'allowed',
      },
      'HKLM/64/Software\\Policies\\Mozilla\\Firefox': {
        ExtensionSettings: ['{"notes@ordinary.example":', '{"installation_mode":"force_installed"}}'],
      },
      [`HKLM/32/Software\\Google\\Chrome\\Extensions\\${id}`]: { update_url: 'https://x.example' },
      'HKCU/64/Software\\Policies\\Google\\Chrome\\ExtensionInstallForcelist': { '1': other },
    });

    const answer = readExtensionPolicies(registry);

    expect(
      answer.status === 'ok' &&
        answer.value.map(({ browser, id, kind, where, scope }) => [browser, id, kind, where, scope].join(' | ')),
    ).toEqual([
      `Chrome | ${id} | forced | HKLM64\\Software\\Policies\\Google\\Chrome\\ExtensionInstallForcelist | system`,
      `Edge | ${other} | forced | HKLM64\\Software\\Policies\\Microsoft\\Edge\\ExtensionSettings | system`,
      `Brave | ${id} | forced | HKLM64\\Software\\Policies\\BraveSoftware\\Brave\\ExtensionSettings\\${id} | system`,
      'Firefox | notes@ordinary.example | forced | HKLM64\\Software\\Policies\\Mozilla\\Firefox\\ExtensionSettings | system',
      `Chrome | ${id} | offered | HKLM32\\Software\\Google\\Chrome\\Extensions\\${id} | system`,
      `Chrome | ${other} | forced | HKCU64\\Software\\Policies\\Google\\Chrome\\ExtensionInstallForcelist | user`,
    ]);
  });

  it('are not told as none when the computer’s own may not be read', () => {
    const registry = fakeRegistry({ 'HKLM/64/Software\\Policies\\Google\\Chrome': 'denied' });

    expect(readExtensionPolicies(registry).status).toBe('denied');
  });
});
