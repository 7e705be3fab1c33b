import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openSession } from '../../src/main/core/session/open-session';
import { noChoices } from '../../src/main/core/planning/plan';
import type { Scan } from '../../src/main/core/matching/scan';
import { recordedMachine } from '../../src/main/platform/simulated/recorded-machine';
import { toolsFor } from '../support/simulated-session';
import { machineFixture, machineFixtureNames } from '../fixtures/machine-fixtures';

const folder = fileURLToPath(new URL('.', import.meta.url));
const accepting = process.env['UPDATE_GOLDEN'] === '1';

describe('what Offramp says of each recorded computer', () => {
  it.each(machineFixtureNames)('is for %s what was read and accepted before', async (name) => {
    const session = openSession(toolsFor(recordedMachine(machineFixture(name), name)));

    const { scan, plan } = await session.plan(noChoices);

    compare(`${name}.scan.json`, withoutVersions(scan));
    compare(`${name}.plan.json`, plan);
  });

  it('belongs to a recorded computer that is still there', () => {
    const expected = machineFixtureNames.flatMap((name) => [`${name}.plan.json`, `${name}.scan.json`]);

    const kept = readdirSync(folder).filter((file) => file.endsWith('.json'));

    expect(kept.sort()).toEqual(expected.sort());
  });
});

/** Every release of program or data has another version; golden outputs show what changed besides. */
const withoutVersions = (scan: Scan): Scan => ({
  ...scan,
  tool: { ...scan.tool, version: 'any', dataVersion: 'any', dataDate: 'any' },
});

function compare(file: string, value: unknown): void {
  const path = `${folder}${file}`;
  if (accepting) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
  }
  expect(existsSync(path), `${file} was never accepted; see test/golden/README.md`).toBe(true);
  expect({ file, value }).toEqual({ file, value: JSON.parse(readFileSync(path, 'utf8')) as unknown });
}
