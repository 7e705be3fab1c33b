import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Leftover } from '../../../../src/main/core/machine/leftover';
import { protectedPlace } from '../../../../src/main/core/machine/protected-places';

const folder = (path: string): Leftover => ({ kind: 'folder', path });
const file = (path: string): Leftover => ({ kind: 'file', path });
const service = (name: string): Leftover => ({ kind: 'service', name });
const task = (path: string): Leftover => ({ kind: 'scheduled-task', path });
const key = (path: string, root: 'HKLM' | 'HKU' = 'HKLM'): Leftover => ({ kind: 'registry-key', root, view: 64, path });
const value = (path: string): Leftover => ({ kind: 'registry-value', root: 'HKLM', view: 64, path, name: 'AVP' });

const programs = 'C:\\Program Files (x86)\\Kaspersky Lab';
const person = 'S-1-5-21-1-2-3-1001';

describe('what products leave in places of their own can be reached', () => {
  it.each([
    [folder(`${programs}\\Kaspersky 21.25`)],
    [folder('D:\\Program Files\\Kaspersky Lab\\KES.12.11.0\\x64')],
    [file(`${programs}\\Kaspersky 21.25\\avp.exe`)],
    [folder('/opt/kaspersky/kesl')],
    [folder('/var/log/kaspersky/kesl')],
    [file('/etc/systemd/system/kesl.service')],
    [file('/usr/lib/systemd/system/klnagent64.service')],
    [key('SOFTWARE\\KasperskyLab\\AVP21.25')],
    [key('SOFTWARE\\KasperskyLab\\protected\\AVP21.25')],
    [key(`${person}\\Software\\KasperskyLab\\AVP21.25`, 'HKU')],
    [key('SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{0FF0A3B0-0000-4000-8000-00000000B115}')],
    [value('SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run')],
    [service('AVP21.25')],
    [service('klnagent')],
    [service('klvssbridge64_21.25')],
    [task('\\Kaspersky\\Update')],
  ])('%o', (leftover) => {
    expect(protectedPlace(leftover)).toBeNull();
  });
});

describe('a protected place cannot be reached', () => {
  it.each([
    ['place-shared', folder(programs)],
    ['place-shared', folder('/opt/kaspersky')],
    ['place-shared', key('SOFTWARE\\KasperskyLab')],
    ['place-shared', key('SOFTWARE\\KasperskyLab\\protected')],
    ['place-of-the-system', folder('C:\\Windows\\System32\\drivers')],
    ['place-of-the-system', file('C:\\Windows\\System32\\drivers\\klif.sys')],
    ['place-of-the-system', folder('C:\\Program Files\\Common Files\\AV')],
    ['place-of-the-system', folder('C:\\Program Files\\Windows Defender')],
    ['place-of-the-system', folder('C:\\Program Files')],
    ['place-of-others', folder('C:\\Program Files\\Another Vendor\\Product')],
    ['place-of-people', folder('C:\\Users\\Anna\\Documents')],
    ['place-of-people', folder('C:\\ProgramData\\Kaspersky Lab\\AVP21.3\\Data')],
    ['place-of-people', folder('/home/anna/vault')],
    ['place-of-people', folder('/var/opt/kaspersky/kesl')],
    ['place-of-the-system', file('/usr/bin/dpkg')],
    ['place-of-the-system', file('/var/lib/dpkg/status')],
    ['place-of-the-system', folder('/etc/systemd/system/kesl.service')],
    ['place-of-the-system', folder('/opt/kesl')],
    ['place-not-exact', folder('/')],
    ['place-of-the-system', key('SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E96B-E325-11CE-BFC1-08002BE10318}')],
    ['place-of-the-system', key('SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall')],
    ['place-of-the-system', key('SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run')],
    ['place-of-the-system', value('SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon')],
    ['place-of-the-system', key('S-1-5-18\\Software\\KasperskyLab\\AVP21.25', 'HKU')],
    ['place-of-others', key('SOFTWARE\\Another Vendor\\Product')],
    ['place-of-people', key('SOFTWARE\\KasperskyLab\\LicStrg')],
    ['place-of-people', key('SOFTWARE\\KasperskyLab\\protected\\LicStorage\\1')],
    ['place-not-exact', key('SOFTWARE\\WOW6432Node\\KasperskyLab\\AVP21.25')],
    ['place-of-the-system', service('klkbdflt2')],
    ['place-of-the-system', service('KLIM6')],
    ['place-of-the-system', service('klif.K4W-21-24')],
    ['place-not-exact', service('AVP21.3\\..\\Tcpip')],
    ['place-of-the-system', task('\\Microsoft\\Windows\\Defrag')],
    ['place-not-exact', task('\\MICROS~1\\Windows\\Defrag')],
    ['place-not-exact', task('\\Microsoft.\\Windows\\Defrag')],
  ] as const)('%s: %o', (reason, leftover) => {
    expect(protectedPlace(leftover)).toBe(reason);
  });

  it.each([
    `${programs}\\..\\..\\Windows`,
    `${programs}\\Kaspersky 21.25\\..`,
    `${programs}\\Kaspersky 21.25 `,
    `${programs}\\Kaspersky 21.25.`,
    `${programs}\\KASPER~1`,
    `${programs}\\Kaspersky 21.25:stream`,
    `${programs}\\NUL`,
    `${programs}\\com1.txt`,
    `${programs}\\`,
    `\\\\?\\${programs}\\Kaspersky 21.25`,
    `\\\\.\\${programs}\\Kaspersky 21.25`,
    `\\\\server\\share\\Kaspersky Lab\\Kaspersky 21.25`,
    `${programs}/Kaspersky 21.25`,
    'C:Program Files\\Kaspersky Lab\\Kaspersky 21.25',
    'C:\\Program Files\\\u041Aaspersky Lab\\Kaspersky 21.25',
    `${programs}\\Kaspersky\u202E 21.25`,
    `${programs}\\Kaspersky\u0000`,
    '/opt/kaspersky/kesl/../../../etc',
    '/opt//kaspersky/kesl',
    '/opt/kaspersky/kesl/',
    '/opt/./kaspersky/kesl',
    '/opt/kaspersky/kesl\n',
  ])('written as %j', (path) => {
    expect(protectedPlace(folder(path))).toBe('place-not-exact');
  });
});

describe('whatever a path is made of', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        'C:',
        'Program Files',
        'Program Files (x86)',
        'Kaspersky Lab',
        'Kaspersky 21.25',
        'Windows',
        'System32',
        'Users',
      ],
      ...[
        '..',
        '.',
        '',
        'NUL',
        'PROGRA~1',
        'KASPER~1',
        '\\\\?',
        'Kaspersky Lab.',
        'Kaspersky Lab ',
        'avp.exe:x',
        'ProgramData',
      ],
      ...['opt', 'kaspersky', 'kesl', 'var', 'log', 'etc', 'systemd', 'system', 'kesl.service', 'home', 'usr', 'bin'],
    ),
    fc.string({ maxLength: 8, unit: 'binary' }),
  );
  const cases = fc.string({ maxLength: 20 }).chain((seed) => fc.constant((text: string) => shuffledCase(text, seed)));
  /** A place that can be reached, with up to three pieces put in, exchanged or taken out. */
  const path = fc
    .tuple(
      fc.constantFrom(
        ['C:', 'Program Files', 'Kaspersky Lab', 'Kaspersky 21.25', 'x64'],
        ['d:', 'Program Files (x86)', 'Kaspersky Lab', 'KES.12'],
        ['', 'opt', 'kaspersky', 'kesl', 'bin'],
        ['', 'var', 'log', 'kaspersky', 'kesl'],
        ['', 'etc', 'systemd', 'system', 'kesl.service'],
      ),
      fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 1 }), fc.array(piece, { maxLength: 2 })), { maxLength: 3 }),
      cases,
    )
    .map(([start, changes, recase]) => {
      const pieces: string[] = [...start];
      for (const [at, taken, put] of changes) pieces.splice(at, taken, ...put);
      return recase(pieces.join(start[0] === '' ? '/' : '\\'));
    });

  it('only a product below a vendor can be reached, as it is normalised by neither system (20,000 paths)', () => {
    let reached = 0;
    fc.assert(
      fc.property(path, fc.constantFrom('file', 'folder'), (text, kind) => {
        if (protectedPlace({ kind, path: text }) !== null) return;
        reached += 1;
        expect(normalised(text)).toBe(text);
        expect(text).toMatch(
          /^[a-z]:\\program files( \(x86\))?\\kaspersky lab\\.|^\/opt\/[^/]+\/.|^\/var\/log\/[^/]+\/.|^\/(etc|lib|usr\/lib)\/systemd\/system\/[^/]+\.service$/i,
        );
      }),
      {
        numRuns: 20_000,
        examples: [
          ['/opt/kaspersky/kesl', 'folder'],
          [`${programs}\\Kaspersky 21.25`, 'folder'],
        ],
      },
    );

    expect(reached).toBeGreaterThan(1_000);
  });

  it('only the few lists of the registry can be reached (20,000 keys)', () => {
    const part = fc.oneof(
      fc.constantFrom(
        ...[
          'SOFTWARE',
          'SYSTEM',
          'Microsoft',
          'Windows',
          'CurrentVersion',
          'Uninstall',
          'Run',
          'KasperskyLab',
          'protected',
        ],
        ...['WOW6432Node', 'LicStrg', 'LicStorage', 'AVP21.25', 'Classes', 'Policies', '', person, 'S-1-5-18'],
      ),
      fc.string({ maxLength: 6, unit: 'binary' }),
    );
    const inKey = fc.tuple(fc.array(part, { maxLength: 6 }), cases).map(([parts, recase]) => recase(parts.join('\\')));
    fc.assert(
      fc.property(inKey, fc.constantFrom('HKLM', 'HKU'), (text, root) => {
        if (protectedPlace(key(text, root)) !== null) return;
        expect(text).toMatch(
          /^(s-1-5-21-[\d-]+\\)?software\\(kasperskylab\\(protected\\)?(?!protected$|lic)[^\\]+|microsoft\\windows\\currentversion\\uninstall\\[^\\]+$)/i,
        );
      }),
      { numRuns: 20_000, examples: [['SOFTWARE\\KasperskyLab\\AVP21.25', 'HKLM']] },
    );
  });
});

const shuffledCase = (text: string, seed: string): string =>
  text
    .split('')
    .map((letter, at) =>
      (seed.codePointAt(at % Math.max(1, seed.length)) ?? 0) % 2 === 0 ? letter : letter.toUpperCase(),
    )
    .join('');

/** What the systems themselves make of a path: without steps up, doubled separators, and dots or blanks at an end. */
function normalised(path: string): string {
  const separator = path.startsWith('/') ? '/' : '\\';
  const parts: string[] = [];
  for (const part of path.split(separator).slice(1)) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(separator === '\\' ? part.replace(/[. ]+$/, '') : part);
  }
  return [path.split(separator)[0], ...parts].join(separator);
}
