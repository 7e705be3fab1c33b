import { join } from 'node:path';
import { utimesSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { macMachine } from '../../../src/main/platform/macos/mac-machine';
import { runQuery, type QueryResult } from '../../../src/main/platform/macos/run-query';
import { fakeMac, xmlTexts } from './fake-mac';

const program = (script: string) => ({ content: `#!/bin/sh\n${script}\n`, mode: 0o755 });

describe('a Mac', () => {
  it('says which it is, by an id that tells nothing of its hardware', async () => {
    const hardware = '    "IOPlatformUUID" = "0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0"';
    const { reader } = fakeMac(
      {
        '/System/Library/CoreServices/SystemVersion.plist': xmlTexts({
          ProductName: 'macOS',
          ProductVersion: '15.1',
          ProductBuildVersion: '24B83',
        }),
        '/usr/sbin/ioreg': program(`printf '%s\\n' '${hardware}'`),
      },
      { runQuery },
    );

    const answer = await reader.ask('description', {}, 5000);

    expect(answer).toEqual({
      status: 'ok',
      value: {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        platform: 'macos',
        os: 'macOS 15.1',
        build: '24B83',
        arch: 'arm64',
        role: 'workstation',
      },
    });
    expect(JSON.stringify(answer).toLowerCase()).not.toContain('0f1e2d3c');
  });

  it('says what it can when hardware and version are silent', async () => {
    expect(await fakeMac({}).reader.ask('description', {}, 1000)).toMatchObject({
      status: 'ok',
      value: { id: 'unknown', os: 'macOS', build: 'unknown' },
    });
  });

  it('asks for rights in its own dialog', async () => {
    const asked = await Promise.all(
      [0, 501].map((effectiveUserId) => fakeMac({}, { effectiveUserId }).reader.ask('privilege', {}, 1000)),
    );

    expect(asked).toEqual([
      { status: 'ok', value: { elevated: true, prompt: 'authorization' } },
      { status: 'ok', value: { elevated: false, prompt: 'authorization' } },
    ]);
  });

  it('tells its people, and not the folder that is nobody’s', async () => {
    const { reader } = fakeMac({
      '/Users/ana/x': '',
      '/Users/Мария/x': '',
      '/Users/Shared/x': '',
      '/Users/.localized': '',
      '/Users/elsewhere': { link: '/tmp' },
    });

    expect(await reader.ask('user-profiles', {}, 1000)).toEqual({
      status: 'ok',
      value: [
        { name: 'ana', folder: '/Users/ana', sid: null, hiveReadable: null },
        { name: 'Мария', folder: '/Users/Мария', sid: null, hiveReadable: null },
      ],
    });
  });

  it('is read and never changed', () => {
    expect(macMachine(fakeMac({}).tools)).toMatchObject({
      source: { kind: 'this' },
      acting: { can: false, reason: 'platform-read-only' },
    });
  });

  it('answers nothing that other systems have, and no product’s own program', async () => {
    const { reader } = fakeMac({});

    const answers = await Promise.all([
      reader.ask('packages', {}, 1000),
      reader.ask('package-tools', {}, 1000),
      reader.ask('package-files', { manager: 'dpkg', name: 'x' }, 1000),
      reader.ask('registry-tree', { root: 'HKLM', view: 64, path: 'SOFTWARE', depth: 0 }, 1000),
      reader.ask('msi-products', {}, 1000),
      reader.ask('product-command', { command: 'klnagchk-64' }, 1000),
    ]);

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 'not-applicable'));
    expect(await reader.ask('protection', {}, 1000)).toEqual({ status: 'ok', value: [] });
  });
});

describe('what runs', () => {
  const table = [
    '    1     0 /sbin/launchd',
    '  411     0 /Library/Application Support/Kaspersky Lab/KAV/Binaries/kav',
  ];
  const forged = '  999   501 /Library/Application Support/Kaspersky Lab/KAV/Binaries/kav';

  it('is told with its path only when root started it, because whoever starts a program chooses its name', async () => {
    const lines = [...table, forged, '  500   501 -zsh', '  501   -2 (exited)', 'no process'].join('\n');
    const { reader } = fakeMac({ '/bin/ps': program(`cat <<'END'\n${lines}\nEND`) }, { runQuery });

    expect(await reader.ask('processes', {}, 5000)).toEqual({
      status: 'ok',
      value: [
        { pid: 1, name: 'launchd', executable: '/sbin/launchd' },
        { pid: 411, name: 'kav', executable: '/Library/Application Support/Kaspersky Lab/KAV/Binaries/kav' },
        { pid: 999, name: 'kav', executable: null },
        { pid: 500, name: '-zsh', executable: null },
        { pid: 501, name: '(exited)', executable: null },
      ],
    });
  });

  it.each<[string, QueryResult, string]>([
    ['there is no ps', { kind: 'not-started', code: 'ENOENT' }, 'not-applicable'],
    ['ps may not be started', { kind: 'not-started', code: 'EACCES' }, 'failed'],
    ['ps hangs', { kind: 'timed-out' }, 'timed-out'],
    ['ps names nobody', { kind: 'ended', exitCode: 1, output: 'ps: illegal option' }, 'failed'],
  ])('is not told when %s', async (_, result, status) => {
    const { reader } = fakeMac({}, { runQuery: async () => result });

    expect(await reader.ask('processes', {}, 1000)).toMatchObject({ status });
  });
});

describe('a program that only reads', () => {
  it('is ended at its limit, has no input and keeps at most 4 MiB of its output', async () => {
    const run = (script: string, timeLimitMs: number) =>
      runQuery({ program: '/bin/sh', arguments: ['-c', script], timeLimitMs });

    const [hanging, large, input, variables, missing] = await Promise.all([
      run('sleep 30', 300),
      run('head -c 6000000 /dev/zero', 10_000),
      run('cat; exit 3', 5_000),
      run('echo "$HOME"', 5_000),
      runQuery({ program: '/nonexistent/ps', arguments: [], timeLimitMs: 1_000 }),
    ]);

    expect(hanging).toEqual({ kind: 'timed-out' });
    expect(large).toMatchObject({ kind: 'ended', exitCode: 0 });
    expect(large.kind === 'ended' && large.output.length).toBe(4 * 1024 * 1024);
    expect(input).toEqual({ kind: 'ended', exitCode: 3, output: '' });
    expect(variables).toEqual({ kind: 'ended', exitCode: 0, output: '\n' });
    expect(missing).toEqual({ kind: 'not-started', code: 'ENOENT' });
  });
});

describe('what macOS brings itself', () => {
  const xprotect = '/Library/Apple/System/Library/CoreServices/XProtect.bundle/Contents/Info.plist';

  it('is told with the age of its data and whether a file switches it off', async () => {
    const { reader, root } = fakeMac({
      [xprotect]: xmlTexts({ CFBundleShortVersionString: '5287' }),
      '/private/var/db/SystemPolicy-prefs.plist': xmlTexts({ enabled: 'no' }),
    });
    utimesSync(join(root, xprotect), new Date(0), new Date('2026-11-18T06:00:00Z'));

    expect(await reader.ask('built-in-protection', {}, 1000)).toEqual({
      status: 'ok',
      value: [
        {
          name: 'XProtect',
          state: 'unknown',
          offByPolicy: false,
          definitionsDate: '2026-11-18T06:00:00.000Z',
          seenBy: '/Library/Apple/System/Library/CoreServices/XProtect.bundle, version 5287',
        },
        {
          name: 'Gatekeeper',
          state: 'off',
          offByPolicy: false,
          definitionsDate: null,
          seenBy: '/private/var/db/SystemPolicy-prefs.plist',
        },
      ],
    });
  });

  it.each([
    ['no file speaks of it', {}, 'on'],
    ['the newer file says so', { enabled: 'yes' }, 'on'],
    ['the file says something else', { enabled: 'perhaps' }, 'unknown'],
  ])('has Gatekeeper as it is when %s', async (_, texts, state) => {
    const path = '/private/var/db/SystemPolicyConfiguration/SystemPolicy-prefs.plist';
    const { reader } = fakeMac(Object.keys(texts).length === 0 ? {} : { [path]: xmlTexts(texts) });

    const answer = await reader.ask('built-in-protection', {}, 1000);

    expect(answer.status === 'ok' && answer.value).toMatchObject([{ name: 'Gatekeeper', state }]);
  });
});
