import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../../src/main/core/matching/detect';
import { judgeVerdict } from '../../../../src/main/core/matching/judge-verdict';
import type { Finding } from '../../../../src/main/core/probing/finding';
import { noon } from '../../../support/simulated-session';
import { shippedKnowledge } from '../../../support/knowledge';

const { signatures } = shippedKnowledge();
const linux = signatures.filter(({ platforms }) => platforms.includes('linux'));
const windows = signatures.filter(({ platforms }) => platforms.includes('windows'));

const finding = (
  kind: Finding['kind'],
  where: string,
  facts: Finding['facts'],
  trust: Finding['trust'] = 'system',
): Finding => ({ probe: 'test', kind, where, facts, trust });

const packageNamed = (name: string, state = 'installed') =>
  finding('package', `dpkg:${name}`, { name, version: '12.2.0.2412', state, architecture: 'amd64' });
const content = (name: string, ships: 'vendor' | 'other') =>
  finding('package-content', `dpkg:${name}`, { name, version: '12.2.0.2412', ships });
const uninstallEntry = (name: string, publisher: string | null, trust: Finding['trust'] = 'system') =>
  finding(
    'uninstall-entry',
    `HKLM64\\${name}`,
    { name, publisher, version: '1', productCode: '{9A017278-F7F4-4DF9-A482-0B97B70DD7ED}', removeButtonHidden: false },
    trust,
  );

const kesl = [
  packageNamed('kesl'),
  content('kesl', 'vendor'),
  finding('path', '/opt/kaspersky/kesl/bin/kesl-control', {
    path: '/opt/kaspersky/kesl/bin/kesl-control',
    kind: 'file',
    linkTarget: null,
  }),
];

const verdictOf = (findings: readonly Finding[], set = linux) =>
  judgeVerdict(detect(set, findings, noon()).detections, []);

describe('detection by agreeing marks', () => {
  it('calls a product certain when two witnesses agree', () => {
    expect(detect(linux, kesl, noon()).detections).toMatchObject([
      {
        product: 'kesl',
        state: 'installed',
        confidence: 'certain',
        version: '12.2.0.2412',
        handles: { packages: ['kesl'] },
      },
    ]);
  });

  it('does not call a product partly removed because the list of packages could not be read', () => {
    const alive = [
      ...kesl.slice(2),
      finding('service', 'kesl.service', { name: 'kesl.service', executableExists: true }),
    ];
    const denied = [{ id: 'packages', status: 'denied', required: true, ms: 0, reason: 'not for us' }] as const;

    const states = [[], denied].map(
      (probes) => detect(linux, alive, noon(), probes).detections.find(({ product }) => product === 'kesl')?.state,
    );

    expect(states).toEqual(['partly-removed', 'installed']);
  });

  it('does not believe a package by its name alone', () => {
    expect(detect(linux, [packageNamed('kesl')], noon()).detections).toMatchObject([
      { product: 'kesl', confidence: 'possible' },
    ]);
    expect(verdictOf([packageNamed('kesl')])).toBe('inconclusive');
  });

  it('drops a package of the same name that ships something else', () => {
    expect(detect(linux, [packageNamed('kfl'), content('kfl', 'other')], noon()).detections).toEqual([]);
  });

  it('calls a package whose settings are kept a leftover, and can finish its removal', () => {
    expect(detect(linux, [packageNamed('kesl', 'settings-kept')], noon())).toMatchObject({
      detections: [{ product: 'kesl', state: 'leftover', confidence: 'probable', handles: { packages: ['kesl'] } }],
      residue: [{ kind: 'package', where: 'dpkg:kesl', owner: 'kesl' }],
    });
  });

  it('calls a half-installed package partly removed', () => {
    expect(detect(linux, [packageNamed('kesl', 'broken'), content('kesl', 'vendor')], noon()).detections).toMatchObject(
      [{ product: 'kesl', state: 'partly-removed' }],
    );
  });

  it('does not call a leftover folder an installation', () => {
    const folder = finding('path', '/var/opt/kaspersky/kesl', {
      path: '/var/opt/kaspersky/kesl',
      kind: 'folder',
      linkTarget: null,
    });

    expect(detect(linux, [folder], noon())).toMatchObject({
      detections: [{ state: 'leftover', confidence: 'probable' }],
      residue: [{ where: '/var/opt/kaspersky/kesl', action: 'report-only' }],
    });
  });

  it('tells kess from kesl', () => {
    expect(
      detect(linux, [packageNamed('kess'), content('kess', 'vendor')], noon()).detections.map(({ product }) => product),
    ).toEqual(['kess-linux']);
  });

  it('passes over what only has the name: a book, an operating system, a stranger', () => {
    const lookalikes = [
      uninstallEntry('Kaspersky: The Man Behind the Lab (e-book)', 'Example Press'),
      uninstallEntry('KasperskyOS Community Edition SDK', 'Kaspersky Lab'),
      uninstallEntry('Kaspersky Internet Security', 'Example Malware Ltd'),
    ];

    expect(detect(windows, lookalikes, noon()).detections).toEqual([]);
  });

  it('reads a Cyrillic publisher in quotation marks', () => {
    expect(
      detect(windows, [uninstallEntry('Kaspersky Endpoint Security для Windows', '"Лаборатория Касперского"')], noon())
        .detections,
    ).toMatchObject([{ product: 'kes-windows', confidence: 'possible' }]);
  });

  it('never takes anything to run from a place that an ordinary user can write', () => {
    const hostile = uninstallEntry('Kaspersky Internet Security', 'Kaspersky Lab', 'user');

    expect(detect(windows, [hostile], noon()).detections).toMatchObject([
      { confidence: 'possible', version: null, handles: { packages: [], productCode: null } },
    ]);
  });

  it('is the same in any order', () => {
    const findings = [
      ...kesl,
      packageNamed('bash'),
      finding('process', 'pid 1', { name: 'kesl', executable: '/opt/kaspersky/kesl/libexec/kesl' }),
    ];
    const expected = detect(linux, findings, noon());
    fc.assert(
      fc.property(fc.shuffledSubarray(findings, { minLength: findings.length }), (shuffled) => {
        expect(detect(linux, shuffled, noon())).toEqual(expected);
      }),
    );
  });

  it('is not changed by findings of other programs', () => {
    const name = fc
      .stringMatching(/^[a-z][a-z0-9+.-]{1,20}$/)
      .filter((text) => !/^(kesl|kess|kics|kfl|klnagent)/.test(text));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (names) => {
        expect(detect(linux, [...names.map((other) => packageNamed(other)), ...kesl], noon()).detections).toEqual(
          detect(linux, kesl, noon()).detections,
        );
        expect(
          detect(
            linux,
            names.map((other) => packageNamed(other)),
            noon(),
          ).detections,
        ).toEqual([]);
      }),
    );
  });

  it('never becomes certain by losing a witness', () => {
    const rank = { possible: 0, probable: 1, certain: 2 };
    for (let without = 0; without < kesl.length; without++) {
      const [detection] = detect(
        linux,
        kesl.filter((_, at) => at !== without),
        noon(),
      ).detections;
      expect(rank[detection?.confidence ?? 'possible']).toBeLessThanOrEqual(rank.certain);
      expect(detect(linux, kesl.slice(0, 1), noon()).detections[0]?.confidence).toBe('possible');
    }
  });
});
