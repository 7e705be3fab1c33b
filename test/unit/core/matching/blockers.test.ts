import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../../src/main/core/knowledge/words';
import { blockerIds, type BlockerId } from '../../../../src/main/core/matching/blockers/blocker-kinds';
import { findBlockers, type Surroundings } from '../../../../src/main/core/matching/blockers/find-blockers';
import type { Detection } from '../../../../src/main/core/matching/detection';
import type { Finding } from '../../../../src/main/core/probing/finding';
import { shippedKnowledge } from '../../../support/knowledge';

const { signatures, messages } = shippedKnowledge();
const productCode = '{9A017278-F7F4-4DF9-A482-0B97B70DD7ED}';
const vendorKeyAt = 'HKLM32\\SOFTWARE\\KasperskyLab\\protected\\KES';

const finding = (kind: Finding['kind'], where: string, facts: Finding['facts']): Finding => ({
  probe: 'test',
  kind,
  where,
  facts,
  trust: 'system',
});

const endpointSecurity: Detection = {
  product: 'kes-windows',
  name: 'Kaspersky Endpoint Security for Windows',
  family: 'business',
  edition: null,
  version: '12.9.0',
  state: 'installed',
  confidence: 'certain',
  marks: [
    { mark: 'vendor-key', probe: 'vendor-keys', kind: 'vendor-key', where: vendorKeyAt, value: 'KES', says: 'for' },
  ],
  licence: { state: 'unknown', kind: null, expiresOn: null, daysLeft: null, definitionsDate: null, readFrom: null },
  managedBy: null,
  handles: { packages: [], productCode },
};

const windows: Surroundings = {
  computer: { platform: 'windows', role: 'workstation' },
  signatures,
  tools: null,
  words: wordsIn('en', messages),
};

const blockersOf = (findings: readonly Finding[], around: Partial<Surroundings> = {}, detection = endpointSecurity) =>
  findBlockers([detection], findings, { ...windows, ...around });
const idsOf = (...args: Parameters<typeof blockersOf>): readonly string[] => blockersOf(...args).map(({ id }) => id);

const condition = (facts: Finding['facts']): Finding => finding('condition', 'this computer', facts);
const vendorKey = (facts: Finding['facts']): Finding => finding('vendor-key', vendorKeyAt, facts);

/** For each blocker something that calls for it. */
const causes: Readonly<Record<BlockerId, () => readonly string[]>> = {
  'managed-by-console': () => idsOf([], {}, { ...endpointSecurity, managedBy: 'ksc.example' }),
  'agent-without-server': () => idsOf([], {}, { ...endpointSecurity, product: 'network-agent-windows' }),
  'device-management': () =>
    idsOf([finding('device-profile', 'profile x', { name: 'Security', allows: '2Y8XE5CQ94' })]),
  'may-hold-encrypted-data': () =>
    idsOf([finding('driver', 'k', { name: 'klfdefsf.KES-21-9', executableExists: true })]),
  'password-protected': () => idsOf([vendorKey({ passwordProtected: true })]),
  'self-defence-on': () => idsOf([vendorKey({ selfDefence: true })]),
  'remove-button-hidden': () => idsOf([finding('uninstall-entry', 'x', { productCode, removeButtonHidden: true })]),
  'cached-package-missing': () => idsOf([finding('msi-product', 'x', { productCode, cachedPackageExists: false })]),
  'filter-without-driver': () =>
    idsOf([
      finding('class-filter', 'Keyboard upper filters', { name: 'klkbdflt2' }),
      finding('driver', 'kbdclass', { name: 'kbdclass', executableExists: true }),
    ]),
  'package-tools-locked': () => idsOf([], { tools: { lockedBy: 'apt', unfinished: [] } }),
  'package-tools-unfinished': () => idsOf([], { tools: { lockedBy: null, unfinished: ['libssl3'] } }),
  'installer-busy': () => idsOf([condition({ installerBusy: true })]),
  'restart-pending': () => idsOf([condition({ restartPending: 'component servicing, file renames' })]),
  'renames-pending': () => idsOf([condition({ restartPending: 'file renames' })]),
  'safe-mode': () => idsOf([condition({ safeMode: true })]),
  'battery-low': () => idsOf([condition({ onBattery: true, batteryPercent: 12 })]),
  'on-battery': () => idsOf([condition({ onBattery: true, batteryPercent: null })]),
  'remote-session': () => idsOf([condition({ remoteSession: true })]),
  'no-restore-point': () => idsOf([condition({ restorePoints: 'off' })]),
  'server-without-security-center': () => idsOf([], { computer: { platform: 'windows', role: 'server' } }),
  'built-in-off-by-policy': () =>
    idsOf([finding('built-in-protection', 'x', { name: 'Microsoft Defender Antivirus', offByPolicy: true })]),
};

describe('blockers', () => {
  it.each(blockerIds)('%s is recognised, and alone', (id) => {
    expect(causes[id]()).toEqual([id]);
  });

  it('are none on a computer of which nothing of this could be told', () => {
    expect(idsOf([condition({ restartPending: null, remoteSession: null, onBattery: null, safeMode: null })])).toEqual(
      [],
    );
  });

  it('are none where only leftovers or possible products are: nothing would be removed', () => {
    const states = [{ state: 'leftover' }, { confidence: 'possible' }] as const;

    const found = states.map((change) =>
      idsOf([condition({ safeMode: true })], {}, { ...endpointSecurity, ...change }),
    );

    expect(found).toEqual([[], []]);
  });

  it('say who can settle them and how, in words without gaps', () => {
    const all = blockersOf(
      [
        condition({ installerBusy: true, restartPending: 'x', onBattery: true, batteryPercent: 5 }),
        vendorKey({ passwordProtected: true, selfDefence: true }),
        finding('driver', 'k', { name: 'klfdefsf', executableExists: true }),
      ],
      {},
      { ...endpointSecurity, managedBy: 'ksc.example' },
    );

    expect(all.map(({ who }) => who)).toEqual([
      'administrator',
      'administrator',
      'you',
      'vendor',
      'wait',
      'you',
      'you',
    ]);
    expect(all.filter(({ says, nextStep }) => /\{\{|undefined|blockers\./.test(says + nextStep))).toEqual([]);
  });

  it('do not take what a user could have written for the product’s own settings', () => {
    expect(idsOf([{ ...vendorKey({ passwordProtected: true }), trust: 'user' }])).toEqual([]);
  });

  it('do not take another vendor’s filter for one of these', () => {
    const others = ['kldfilter', 'klkbdflt20', 'KslD'].map((name) => finding('class-filter', 'Keyboard', { name }));

    expect(idsOf([...others, finding('driver', 'x', { name: 'x', executableExists: true })])).toEqual([]);
  });
});
