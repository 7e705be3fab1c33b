import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Scan } from '../../../src/main/core/matching/scan';
import { machineFixture } from '../../fixtures/machine-fixtures';
import { acceptedScan, differences } from './replant/compare';
import { mutants } from './replant/mutants';
import { notCarried } from './replant/not-carried';
import { versionKeys } from './replant/parts/windows-itself';
import { nothingPlanted, type Planting } from './replant/planting';
import { plantingOf } from './replant/planting-of';
import { replanted, windowsRecordings } from './replant/recordings';
import { ReplantedLab } from './replant/replanted-lab';
import { WineLab } from './wine-lab';

const available = WineLab.available();

/** Recorded Windows computers, planted into a real Windows API and scanned by the program that ships: the whole scan has to be what was accepted. */
describe.skipIf(!available.ok)(`recordings on a Windows${available.ok ? '' : `: ${available.reason}`}`, () => {
  const lab = new ReplantedLab();
  const seen = new Map<string, Scan>();
  const clean: { version: string; footprint: unknown } = { version: '', footprint: null };

  beforeAll(() => lab.fresh(), 300_000);
  afterAll(() => lab.dispose());

  /** Plants, scans and takes away; and nothing must be left. */
  async function scanOf(name: string, change = (planting: Planting) => planting): Promise<Scan> {
    const file = machineFixture(name);
    const version = versionKeys(file);
    if (clean.version !== JSON.stringify(version)) {
      await lab.become(version);
      // A first scan wakes services of Windows and leaves the memory of the data's age.
      await lab.scan(nothingPlanted);
      Object.assign(clean, { version: JSON.stringify(version), footprint: await lab.footprint() });
    }
    const planting = change(plantingOf(file));
    await lab.plant(planting);
    const ended = await lab.scan(planting);
    await lab.takeAway();
    expect(await lab.footprint()).toEqual(clean.footprint);
    expect(ended.stderr).toBe('');
    return Scan.parse(JSON.parse(ended.stdout));
  }

  test(`are ${replanted.length}, with every product of every recording, and ${mutants.length} with a fault`, () => {
    const products = (names: readonly string[]) =>
      new Set(names.flatMap((name) => acceptedScan(name).detections.map(({ product }) => product)));

    expect(replanted.length).toBeGreaterThanOrEqual(60);
    expect(products(replanted)).toEqual(products(windowsRecordings));
  });

  test.each(replanted)('%s', async (name) => {
    const scan = await scanOf(name);

    seen.set(name, scan);
    expect(differences(acceptedScan(name), scan)).toEqual([]);
  });

  test('need every exception that is made', () => {
    const needless = notCarried.filter((one) =>
      [...seen].every(([name, scan]) => {
        const others = notCarried.filter((other) => other !== one);
        return differences(acceptedScan(name), scan, others).length === 0;
      }),
    );

    expect(seen.size).toBe(replanted.length);
    expect(needless.map(({ id }) => id)).toEqual([]);
  });

  test.each(mutants)('show that $what: $of', async ({ of, change }) => {
    const scan = await scanOf(of, change);

    expect(differences(acceptedScan(of), scan)).not.toEqual([]);
  });
});
