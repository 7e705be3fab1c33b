import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Scan } from '../../../src/main/core/matching/scan';
import { machineFixture } from '../../fixtures/machine-fixtures';
import { buildInstaller } from './nsis/build-installer';
import type { Installer } from './nsis/installer-script';
import { apart, type Share } from './nsis/installers-of';
import { differences, scanOfRecording } from './replant/compare';
import { versionKeys } from './replant/parts/windows-itself';
import type { Planting } from './replant/planting';
import { plantingOf } from './replant/planting-of';
import { ReplantedLab } from './replant/replanted-lab';
import { WineLab } from './wine-lab';

const available = WineLab.available();
const nothing = { keys: null, folders: [] };

const cases: readonly {
  readonly recording: string;
  readonly shares: readonly Share[];
  readonly left: readonly string[];
}[] = [
  {
    recording: 'windows-11-home-ultraav-and-ultravpn',
    shares: [
      {
        name: 'UltraAV',
        folder: 'C:\\Program Files\\UltraAV',
        keys: /Uninstall\\UltraAV$|Provider\\Av\\.*1\}$/,
        folders: [],
        leaves: nothing,
      },
      {
        name: 'UltraVPN',
        folder: 'C:\\Program Files\\UltraVPN',
        keys: /Uninstall\\UltraVPN$/,
        folders: [],
        leaves: nothing,
      },
    ],
    left: [],
  },
  {
    recording: 'windows-10-pro-tools',
    shares: [
      {
        name: 'Security Scan',
        folder: 'C:\\Program Files (x86)\\Security Scan',
        keys: /Uninstall\\.*1344\}$/,
        folders: [],
        leaves: nothing,
      },
      {
        name: 'Software Updater',
        folder: 'C:\\Program Files (x86)\\Updater',
        keys: /Uninstall\\.*0396\}$/,
        folders: [],
        leaves: nothing,
      },
    ],
    left: [],
  },
  {
    recording: 'windows-10-home-free-21-3',
    shares: [
      {
        name: 'Kaspersky Free',
        folder: 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Free 21.3',
        keys: /WOW6432Node\\KasperskyLab|Uninstall\\\{0FF0A3B0-0000-4000-8000-00000000C213\}$|Provider\\Av\\.*1\}$/,
        folders: ['C:\\ProgramData\\Kaspersky Lab\\AVP21.3'],
        leaves: { keys: /KasperskyLab(\\AVP21\.3)?$/, folders: ['C:\\ProgramData\\Kaspersky Lab\\AVP21.3'] },
      },
    ],
    left: ['C:\\ProgramData\\Kaspersky Lab\\AVP21.3', 'HKLM32\\SOFTWARE\\KasperskyLab\\AVP21.3'],
  },
];

/** Recorded computers whose products come with a real installer and go with its uninstaller. */
describe.skipIf(!available.ok)(`programs with installers${available.ok ? '' : `: ${available.reason}`}`, () => {
  const lab = new ReplantedLab();

  beforeAll(() => lab.fresh(), 300_000);
  afterAll(() => lab.dispose());

  async function scanOf(planting: Planting): Promise<Scan> {
    return Scan.parse(JSON.parse((await lab.scan(planting)).stdout));
  }

  async function install(installer: Installer): Promise<void> {
    await lab.windows.addFile('Z:\\installer.exe', await buildInstaller(installer));
    expect((await lab.windows.runExe('Z:\\installer.exe', ['/S'])).exitCode).toBe(0);
  }

  /** With `_?=` the uninstaller stays until it is done, and leaves itself. */
  async function uninstall({ folder }: Installer): Promise<void> {
    const ended = await lab.windows.runExe(`${folder}\\uninstall.exe`, ['/S', `_?=${folder}`], { verbatim: true });
    expect(ended.exitCode).toBe(0);
    await lab.windows.runExe('cmd.exe', ['/c', 'rmdir', '/s', '/q', folder]);
  }

  test.each(cases)('are seen while they are here, and no longer: $recording', async ({ recording, shares, left }) => {
    const file = machineFixture(recording);
    const planting = plantingOf(file);
    const { rest, installers } = apart(planting, shares);
    const told = await scanOfRecording(recording);
    await lab.become(versionKeys(file));
    await lab.plant(rest);

    const before = await scanOf(planting);
    for (const installer of installers) await install(installer);
    const present = await scanOf(planting);
    for (const installer of installers) await uninstall(installer);
    const after = await scanOf(planting);
    await lab.takeAway();

    expect(differences(told, present)).toEqual([]);
    expect(differences(told, before)).not.toEqual([]);
    expect(differences(before, after).length === 0).toBe(left.length === 0);
    expect(after.detections.filter(({ state }) => state !== 'leftover')).toEqual(
      before.detections.filter(({ state }) => state !== 'leftover'),
    );
    expect(after.residue.map(({ where }) => where)).toEqual(expect.arrayContaining([...left]));
    expect(before.residue.filter(({ where }) => left.includes(where))).toEqual([]);
  });
});
