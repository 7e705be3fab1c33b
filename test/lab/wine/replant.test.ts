import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Scan } from '../../../src/main/core/matching/scan';
import { machineFixture } from '../../fixtures/machine-fixtures';
import { differences, scanOfRecording } from './replant/compare';
import { mutants } from './replant/mutants';
import { notCarried } from './replant/not-carried';
import { versionKeys } from './replant/parts/windows-itself';
import { nothingPlanted, type Planting } from './replant/planting';
import { plantingOf } from './replant/planting-of';
import { productsOf, replanted, windowsRecordings } from './replant/recordings';
import { ReplantedLab } from './replant/replanted-lab';
import { WineLab } from './wine-lab';

const available = WineLab.available();

/** Recorded Windows computers, planted into a real Windows API and scanned by the program that ships: the whole scan has to be what the recording gives. */
describe.skipIf(!available.ok)(`recordings on a Windows${available.ok ? '' : `: ${available.reason}`}`, () => {
  const lab = new ReplantedLab();
  const seen = new Map<string, { readonly told: Scan; readonly scan: Scan }>();
  const clean = { version: '', footprint: {} as Footprint };

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
    const ended = await lab.plantAndScan(planting);
    expect(changedPlaces(clean.footprint, await lab.footprint())).toEqual([]);
    expect(ended.stderr).toBe('');
    return Scan.parse(JSON.parse(ended.stdout));
  }

  test(`are ${replanted.length}, with every product of every recording, and ${mutants.length} with a fault`, () => {
    expect(replanted.length).toBeGreaterThanOrEqual(60);
    expect(productsOf(replanted)).toEqual(productsOf(windowsRecordings));
  });

  test.each(replanted)('%s', async (name) => {
    const scan = await scanOf(name);

    const told = await scanOfRecording(name);
    seen.set(name, { told, scan });
    expect(differences(told, scan)).toEqual([]);
  });

  test('need every exception that is made', () => {
    const needless = notCarried.filter((one) =>
      [...seen.values()].every(({ told, scan }) => {
        const others = notCarried.filter((other) => other !== one);
        return differences(told, scan, others).length === 0;
      }),
    );

    expect(seen.size).toBe(replanted.length);
    expect(needless.map(({ id }) => id)).toEqual([]);
  });

  test.each(mutants)('show that $what: $of', async ({ of, change }) => {
    const scan = await scanOf(of, change);

    expect(differences(await scanOfRecording(of), scan)).not.toEqual([]);
  });
});

type Footprint = Awaited<ReturnType<ReplantedLab['footprint']>>;

const changedPlaces = (before: Footprint, now: Footprint) =>
  Object.keys(before).flatMap((place) =>
    before[place] === now[place] ? [] : [{ place, before: before[place], now: now[place] }],
  );
