import { describe, expect, it } from 'vitest';
import { detect } from '../../../../src/main/core/matching/detect';
import type { Residue } from '../../../../src/main/core/matching/detection';
import type { Finding } from '../../../../src/main/core/probing/finding';
import { data, driver, entry, filter, folder, key, programs, running, service } from '../../../data/windows-findings';
import { shippedKnowledge } from '../../../support/knowledge';
import { noon } from '../../../support/simulated-session';

const { signatures } = shippedKnowledge();

const on = (platform: 'windows' | 'linux', findings: readonly Finding[]): readonly Residue[] =>
  detect(
    signatures.filter(({ platforms }) => platforms.includes(platform)),
    findings,
    noon(),
  ).residue;
const windows = (...findings: readonly Finding[]) => on('windows', findings);

/** `kind: address or reason`, which is all that a later plan asks for. */
const told = (residue: readonly Residue[]): readonly string[] =>
  residue.map(({ kind, action, address, why }) =>
    action === 'quarantine'
      ? `${kind}: ${JSON.stringify(address?.leftover)} in ${address?.within}`
      : `${kind}: ${action} ${why}`,
  );

const emptyKey = (name: string, facts: Finding['facts'] = {}) =>
  key(name, { hasEnvironment: false, holdsLicence: false, ...facts });
const deadService = service('AVP21.3', `${programs}\\Kaspersky Total Security 21.3\\avp.exe`, false);
const certificate = (store: string, trust: Finding['trust'] = 'system'): Finding => ({
  probe: 'certificates',
  kind: 'certificate',
  where: store,
  facts: {
    subject: 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab',
    selfSigned: true,
    thumbprint: 'ab'.repeat(20),
  },
  trust,
});
const byUser = (finding: Finding): Finding => ({ ...finding, trust: 'user' });

describe('what a home product left behind', () => {
  it('has an address each where two witnesses point to it, and a reason where not', () => {
    const residue = windows(
      deadService,
      emptyKey('AVP21.3'),
      folder(programs, 'Kaspersky Total Security 21.3'),
      folder(data, 'AVP21.3'),
      certificate('LocalMachine\\Root'),
      driver('klif.K4W-21-3', 'C:\\Windows\\System32\\drivers\\klif.sys'),
      filter('klkbdflt.K4W-21-3'),
    );

    expect([...told(residue)].sort()).toEqual([
      `certificate: {"kind":"certificate","store":"machine-root","thumbprint":"${'AB'.repeat(20)}"} in Kaspersky Anti-Virus Personal Root Certificate`,
      'class-filter: report-only only-the-vendor',
      'driver: report-only only-the-vendor',
      'folder: report-only belongs-to-the-person',
      `folder: ${JSON.stringify({ kind: 'folder', path: `${programs}\\Kaspersky Total Security 21.3` })} in ${programs}`,
      'registry: {"kind":"registry-key","root":"HKLM","view":32,"path":"SOFTWARE\\\\KasperskyLab\\\\AVP21.3"} in HKLM\\SOFTWARE\\KasperskyLab',
      `service: {"kind":"service","name":"AVP21.3"} in ${programs}`,
    ]);
  });

  it('names the witnesses of each address', () => {
    const [service] = windows(
      deadService,
      emptyKey('AVP21.3'),
      folder(programs, 'Kaspersky Total Security 21.3'),
    ).filter(({ kind }) => kind === 'service');

    expect(service?.proof).toEqual(['service-left', 'empty-vendor-key', 'program-folder']);
  });

  it.each<readonly [string, readonly Finding[], string]>([
    ['one witness alone', [deadService], 'service: report-only one-proof-only'],
    [
      'a witness of another version',
      [deadService, emptyKey('AVP21.25')],
      'registry: report-only one-proof-only, service: report-only one-proof-only',
    ],
    [
      'a witness that anybody could have put there',
      [deadService, byUser(folder(programs, 'Kaspersky Total Security 21.3'))],
      'folder: report-only anybody-could-have-put-it-there, service: report-only one-proof-only',
    ],
    [
      'another drive',
      [service('AVP21.3', 'D:\\Apps\\Kaspersky Lab\\Kaspersky 21.3\\avp.exe', false), folder(data, 'AVP21.3')],
      'folder: report-only belongs-to-the-person, service: report-only outside-the-vendors-places',
    ],
    [
      'a path that leaves the folder again',
      [service('AVP21.3', `${programs}\\..\\Kaspersky Lab\\Kaspersky 21.3\\avp.exe`, false), folder(data, 'AVP21.3')],
      'folder: report-only belongs-to-the-person, service: report-only outside-the-vendors-places',
    ],
    [
      'a key with a licence in it',
      [emptyKey('AVP21.3', { holdsLicence: true }), folder(data, 'AVP21.3')],
      'folder: report-only belongs-to-the-person, registry: report-only belongs-to-the-person',
    ],
    [
      'a key that could not be looked into',
      [emptyKey('AVP21.3', { holdsLicence: null }), folder(data, 'AVP21.3')],
      'folder: report-only belongs-to-the-person, registry: report-only belongs-to-the-person',
    ],
    [
      'a root that only a person trusts',
      [certificate('CurrentUser\\Root', 'user'), emptyKey('AVP21.3')],
      'certificate: report-only anybody-could-have-put-it-there, registry: report-only one-proof-only',
    ],
    [
      'a program of it that runs',
      [deadService, emptyKey('AVP21.3'), running(`${programs}\\Kaspersky Total Security 21.3\\avpui.exe`)],
      'registry: report-only product-still-there, service: report-only product-still-there',
    ],
    [
      'an entry among installed apps',
      [deadService, emptyKey('AVP21.3'), entry('Kaspersky Total Security', '21.3.10.391')],
      'registry: report-only product-still-there, service: report-only product-still-there',
    ],
  ])('stays where it is with %s', (_what, findings, expected) => {
    expect([...told(windows(...findings))].sort().join(', ')).toBe(expected);
  });
});

describe('what Endpoint Security left behind', () => {
  const remains = [
    emptyKey('KES'),
    service('AVP.KES.21.19', `${programs}\\KES.12.9.0\\avp.exe`, false),
    folder(programs, 'KES.12.9.0'),
  ];

  it('is found by the exact name of its key, and by the folder its service names', () => {
    expect(windows(...remains).map(({ kind, action }) => `${kind} ${action}`)).toEqual([
      'folder quarantine',
      'registry quarantine',
      'service quarantine',
    ]);
  });

  it('is not touched while the driver of its encryption is there', () => {
    const encryption = driver('klfdefsf.KES-21-19', 'C:\\Windows\\System32\\drivers\\klfdefsf.sys');

    expect(windows(...remains, encryption).filter(({ owner }) => owner === 'kes-windows')).toMatchObject([
      { kind: 'folder', why: 'may-be-encrypted' },
      { kind: 'registry', why: 'may-be-encrypted' },
      { kind: 'service', why: 'may-be-encrypted' },
      { kind: 'driver', why: 'only-the-vendor' },
    ]);
  });
});

describe('what a Linux product left behind', () => {
  const place = (path: string): Finding => ({
    probe: 'paths',
    kind: 'path',
    where: path,
    facts: { path, kind: 'folder', linkTarget: null },
    trust: 'system',
  });
  const unit = (where: string): Finding => ({
    probe: 'services',
    kind: 'service',
    where,
    facts: {
      name: 'kesl',
      executable: '/var/opt/kaspersky/kesl/install-current/etc/init.d/kesl',
      executableExists: false,
    },
    trust: 'system',
  });
  const remains = [
    unit('/etc/systemd/system/kesl.service'),
    ...['/opt/kaspersky/kesl', '/var/opt/kaspersky/kesl', '/var/log/kaspersky/kesl'].map(place),
  ];

  it('is its unit, its program folder and its logs; its data is the person’s', () => {
    expect(told(on('linux', remains))).toEqual([
      'service: {"kind":"file","path":"/etc/systemd/system/kesl.service"} in /etc/systemd/system/kesl.service',
      'folder: {"kind":"folder","path":"/opt/kaspersky/kesl"} in /opt/kaspersky/kesl',
      'folder: {"kind":"folder","path":"/var/log/kaspersky/kesl"} in /var/log/kaspersky/kesl',
      'folder: report-only belongs-to-the-person',
    ]);
  });

  it('stays where it is when only folders are there, which are one witness', () => {
    expect(told(on('linux', remains.slice(1)))).toEqual([
      'folder: report-only one-proof-only',
      'folder: report-only one-proof-only',
      'folder: report-only belongs-to-the-person',
    ]);
  });

  it('is left to the package manager while that knows the package', () => {
    const settingsKept: Finding = {
      probe: 'packages',
      kind: 'package',
      where: 'dpkg:kesl',
      facts: { name: 'kesl', version: '12.2.0.2412', state: 'settings-kept', architecture: 'amd64' },
      trust: 'system',
    };

    expect(on('linux', [...remains, settingsKept]).map(({ why }) => why)).toEqual([
      'package-manager',
      'package-manager',
      'package-manager',
      'belongs-to-the-person',
      'package-manager',
    ]);
  });

  it('is not a unit that lies where none of the vendor’s lies', () => {
    expect(told(on('linux', [unit('/home/user/kesl.service'), ...remains.slice(1, 2)]))).toContain(
      'service: report-only outside-the-vendors-places',
    );
  });
});

describe('a list of remains that was made up', () => {
  it('is told in time that grows with its length, and moves nothing', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => [
      service(`klvssbridge64_21.${at}`, `${programs}\\Kaspersky 21.${at}\\x64\\vssbridge64.exe`, false),
      folder(programs, `Kaspersky 21.${at}`),
    ]).flat();

    const residue = windows(...many);

    expect(residue).toHaveLength(40_000);
    expect(new Set(residue.map(({ action, why }) => `${action} ${why}`))).toEqual(
      new Set(['report-only something-speaks-against-it']),
    );
  }, 10_000);
});
