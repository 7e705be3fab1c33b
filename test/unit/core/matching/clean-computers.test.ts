import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noChoices } from '../../../../src/main/core/planning/plan';
import { openSession } from '../../../../src/main/core/session/open-session';
import { recordedMachine } from '../../../../src/main/platform/simulated/recorded-machine';
import { machineFixture, machineFixtureNames } from '../../../fixtures/machine-fixtures';
import { allComputers } from '../../../fixtures/make-clean/all-computers.mjs';
import { expected, takenForKaspersky, type ExpectedScan } from '../../../fixtures/make-clean/expected.mjs';
import { machineText } from '../../../fixtures/make-clean/machine-file.mjs';
import { toolsFor } from '../../../support/simulated-session';

const names = allComputers.map(({ name }) => name);

describe('the clean and look-alike Windows computers', () => {
  it('are all recorded, and each has an expectation', () => {
    expect(names.filter((name) => !machineFixtureNames.includes(name))).toEqual([]);
    expect(Object.keys(expected).sort()).toEqual([...names].sort());
  });

  it('are written as they would be made now', () => {
    const edited = allComputers.filter((computer) => textOf(computer.name) !== machineText(computer));

    expect(
      edited.map(({ name }) => name),
      'run node test/fixtures/make-clean/make.mjs',
    ).toEqual([]);
  });

  it.each(names.filter((name) => !(name in takenForKaspersky)))(
    'are not taken for more than they are: %s',
    async (name) => {
      expect((await lookAt(name)).said).toEqual(expected[name]);
    },
  );

  it.each(Object.keys(takenForKaspersky))('are still, as is known, taken for more than they are: %s', async (name) => {
    expect((await lookAt(name)).said).not.toEqual(expected[name]);
  });

  it('give a plan nothing to do, and nothing to do it with', async () => {
    const looks = await Promise.all(names.filter((name) => !(name in takenForKaspersky)).map(lookAt));

    expect(looks.filter(({ steps, handles }) => steps + handles.length > 0)).toEqual([]);
  });
});

const textOf = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/machines/${name}.json`, import.meta.url), 'utf8');

async function lookAt(name: string) {
  const session = openSession(toolsFor(recordedMachine(machineFixture(name), name)));
  const { scan, plan } = await session.plan(noChoices);
  const said: ExpectedScan = {
    verdict: scan.verdict,
    products: scan.detections.map(({ product, state, confidence }) => `${product} ${state} ${confidence}`).sort(),
  };
  return {
    name,
    said,
    steps: plan.steps.length,
    handles: scan.detections.flatMap(({ handles }) => [
      ...handles.packages,
      ...(handles.productCode === null ? [] : [handles.productCode]),
    ]),
  };
}
