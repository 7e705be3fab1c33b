import { describe, expect, test } from 'vitest';
import { allHandlers } from '../../../src/main/app/all-handlers';
import { isRemoteSession } from '../../../src/main/app/facts/is-remote-session';
import { answerLinks } from '../../../src/main/app/ipc/answer-links';
import { commandLine } from '../../../src/main/app/journey/command-line';
import { elevationHere } from '../../../src/main/app/journey/elevation-here';
import { readSwitches } from '../../../src/main/app/read-switches';
import { requests } from '../../../src/preload/contract/requests';
import { shippedKnowledge } from '../../support/knowledge';

describe('the answers of the main process', () => {
  test('cover every request of the contract', () => {
    const unused = {} as Parameters<typeof allHandlers>[0];

    expect(Object.keys(allHandlers(unused)).sort()).toEqual(Object.keys(requests).sort());
  });
});

describe('opening a page', () => {
  const [alternative] = shippedKnowledge().alternatives;
  const [policy] = shippedKnowledge().policies;

  test.each([
    ['alternative', alternative],
    ['policy', policy],
  ] as const)('opens the address our data gives for a %s, after showing it', async (of, owner) => {
    const lab = links(true);

    const answer = await lab.ask({ of, id: owner?.id ?? '' });

    expect([answer, lab.shown, lab.opened]).toEqual([
      { opened: true },
      [new URL(owner?.page ?? '').href],
      [new URL(owner?.page ?? '').href],
    ]);
  });

  test('opens nothing when the person says no', async () => {
    const lab = links(false);

    expect([await lab.ask({ of: 'policy', id: policy?.id ?? '' }), lab.opened]).toEqual([{ opened: false }, []]);
  });

  test('knows no address that our data does not give', async () => {
    await expect(links(true).ask({ of: 'alternative', id: 'https://example.org' })).rejects.toThrow('no-such-page');
  });

  test.each(['http://example.org/', 'file:///etc/passwd', 'https://user:secret@example.org/', 'javascript:alert(1)'])(
    'refuses %s even from our data',
    async (page) => {
      const lab = links(true, page);

      await expect(lab.ask({ of: 'policy', id: policy?.id ?? '' })).rejects.toThrow('not-https');
      expect([lab.shown, lab.opened]).toEqual([[], []]);
    },
  );

  function links(agrees: boolean, page?: string) {
    const known = shippedKnowledge();
    const knowledge =
      page === undefined ? known : { ...known, policies: known.policies.map((one) => ({ ...one, page })) };
    const shown: string[] = [];
    const opened: string[] = [];
    const handlers = answerLinks({
      knowledge: () => knowledge,
      agree: async ({ href }) => (shown.push(href), agrees),
      open: async ({ href }) => void opened.push(href),
    });
    return {
      ask: async (input: { of: 'alternative' | 'policy'; id: string }) => handlers['link:open'](input),
      shown,
      opened,
    };
  }
});

describe('our own command line', () => {
  const place = {
    resourcesPath: '/opt/Offramp/resources',
    appPath: '/checkout',
    environment: { PATH: 'bin:/usr/local/bin:/usr/bin' },
    platform: 'linux' as const,
  };

  test('is the executable beside the installed program', () => {
    expect(commandLine({ ...place, isPackaged: true, exists: () => true })).toEqual({
      program: '/opt/Offramp/resources/cli/offramp',
      arguments: [],
    });
    expect(commandLine({ ...place, isPackaged: true, exists: () => false })).toBeNull();
  });

  test('is Node with the bundle in a checkout, and Node is never looked for in a relative folder', () => {
    const exists = (path: string) => ['bin/node', '/usr/bin/node', '/checkout/dist/cli/offramp.cjs'].includes(path);

    expect(commandLine({ ...place, isPackaged: false, exists })).toEqual({
      program: '/usr/bin/node',
      arguments: ['/checkout/dist/cli/offramp.cjs'],
    });
  });

  const line = { program: '/usr/bin/node', arguments: ['/checkout/dist/cli/offramp.cjs'] };
  const findProgram = (name: string) => (name === 'pkexec' ? '/usr/bin/pkexec' : null);

  test('goes through the prompt of the system, whose refusals are told from its own codes', () => {
    const elevation = elevationHere({ commandLine: line, platform: 'linux', isElevated: false, findProgram }, [
      'apply',
    ]);

    expect(elevation).toMatchObject({ ok: true, command: { program: '/usr/bin/pkexec' } });
    expect(elevation.ok && elevation.command.arguments.slice(-3)).toEqual([
      '/usr/bin/node',
      '/checkout/dist/cli/offramp.cjs',
      'apply',
    ]);
    expect(elevation.ok && [126, 127, 9].map(elevation.whyNotStarted)).toEqual([
      'elevation-denied',
      'elevation-unavailable',
      null,
    ]);
  });

  test('is started directly by whoever has the rights already', () => {
    const elevation = elevationHere({ commandLine: line, platform: 'linux', isElevated: true, findProgram }, ['apply']);

    expect(elevation.ok && [elevation.command, elevation.whyNotStarted(126)]).toEqual([
      { program: '/usr/bin/node', arguments: ['/checkout/dist/cli/offramp.cjs', 'apply'] },
      null,
    ]);
  });

  test('is not started when it is missing or nobody can be asked', () => {
    expect(elevationHere({ commandLine: null, platform: 'linux', isElevated: true, findProgram }, [])).toMatchObject({
      ok: false,
      reason: 'command-line-missing',
    });
    expect(
      elevationHere({ commandLine: line, platform: 'linux', isElevated: false, findProgram: () => null }, []),
    ).toMatchObject({ ok: false, reason: 'elevation-unavailable' });
  });
});

describe('what is said at the start', () => {
  test.each([
    [[], { technician: false, machine: 'this', language: null }],
    [
      ['--no-sandbox', '.', '--technician', '--machine', 'sim:linux-server', '--lang', 'es'],
      { technician: true, machine: 'sim:linux-server', language: 'es' },
    ],
    [['--machine=sim:x', '--lang=es-MX'], { technician: false, machine: 'sim:x', language: 'es' }],
    [['--lang', 'fr'], { technician: false, machine: 'this', language: null }],
  ])('is read from %j', (words, switches) => {
    expect(readSwitches(words)).toEqual(switches);
  });
});

describe('a remote session', () => {
  test.each([
    ['linux', { DISPLAY: ':0' }, false],
    ['linux', { DISPLAY: 'localhost:10.0' }, true],
    ['linux', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, true],
    ['win32', { SESSIONNAME: 'RDP-Tcp#3' }, true],
    ['win32', { SESSIONNAME: 'Console' }, false],
  ] as const)('is noticed on %s with %j: %s', (platform, environment, expected) => {
    expect(isRemoteSession(environment, platform)).toBe(expected);
  });
});
