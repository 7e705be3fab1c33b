import { describe, expect, it } from 'vitest';
import { detect } from '../../../../src/main/core/matching/detect';
import type { Finding } from '../../../../src/main/core/probing/finding';
import { shippedKnowledge } from '../../../support/knowledge';
import { openSession } from '../../../../src/main/core/session/open-session';
import { noon, simulated, toolsFor } from '../../../support/simulated-session';

const windows = shippedKnowledge().signatures.filter(({ platforms }) => platforms.includes('windows'));
const uninstallKey = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const own = 'C:\\Program Files\\UltraAV\\uninstall.exe';

const entry = (facts: Finding['facts'], more: Partial<Finding> = {}): Finding => ({
  probe: 'uninstall-entries',
  kind: 'uninstall-entry',
  where: `HKLM64\\${uninstallKey}\\UltraAV`,
  facts: { name: 'UltraAV', uninstaller: own, uninstallerIsProtected: true, ...facts },
  trust: 'system',
  ...more,
});

const handleOf = (finding: Finding) => detect(windows, [finding], noon()).detections[0]?.handles.uninstaller;

describe('the uninstaller of a product that is no MSI', () => {
  it('is taken from its own protected folder, with the entry by which its end is seen', () => {
    expect(handleOf(entry({}))).toEqual({ program: own, signedBy: null, entry: 'UltraAV', view: 64 });
    expect(handleOf(entry({}, { where: `HKLM32\\${uninstallKey}\\UltraAV` }))).toMatchObject({ view: 32 });
  });

  it.each<readonly [string, Finding]>([
    ['anybody could have put it there', entry({ uninstallerIsProtected: false })],
    ['it could not be looked at', entry({ uninstallerIsProtected: null })],
    ['it is not known', entry({ uninstaller: null })],
    ['it lies elsewhere', entry({ uninstaller: 'C:\\Program Files\\Other\\uninstall.exe' })],
    ['it lies beside the folder', entry({ uninstaller: 'C:\\Program Files\\UltraAV2\\uninstall.exe' })],
    ['it leads out again', entry({ uninstaller: 'C:\\Program Files\\UltraAV\\..\\Other\\uninstall.exe' })],
    ['a person wrote the entry', entry({}, { trust: 'user', where: `HKCU64\\${uninstallKey}\\UltraAV` })],
    ['the entry is not of the computer’s own list', entry({}, { where: 'HKU64\\S-1-5-21-1\\UltraAV' })],
  ])('is not taken when %s', (_why, finding) => {
    expect(handleOf(finding)).toBeNull();
  });

  it('is found on the simulated computer after the switch', async () => {
    const { detections } = await openSession(toolsFor(simulated('after-ultraav'))).scan();

    expect(detections.map(({ product, handles }) => [product, handles.uninstaller])).toEqual([
      ['ultraav', { program: own, signedBy: null, entry: 'UltraAV', view: 64 }],
      ['ultravpn', { program: own.replace('UltraAV', 'UltraVPN'), signedBy: null, entry: 'UltraVPN', view: 64 }],
    ]);
  });
});
