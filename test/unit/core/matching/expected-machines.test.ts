import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scanMachine } from '../../../../src/main/core/session/scan-machine';
import { recordedMachine } from '../../../../src/main/platform/simulated/recorded-machine';
import { machineFixture } from '../../../fixtures/machine-fixtures';
import { machineTexts } from '../../../fixtures/make/all-machines.mjs';
import { expected, stillDiffers, type ExpectedScan } from '../../../fixtures/make/expected.mjs';
import { toolsFor } from '../../../support/simulated-session';

const texts = machineTexts();
const windows = [...texts.keys()].sort();

describe('the recorded Windows computers that are made from layers', () => {
  it('have an expectation each', () => {
    expect(Object.keys(expected).sort()).toEqual(windows);
  });

  it('are written as they would be made now', () => {
    const edited = [...texts].filter(([name, text]) => textOf(name) !== text).map(([name]) => name);

    expect(edited, 'run node test/fixtures/make/make-machines.mjs').toEqual([]);
  });

  it.each(windows.filter((name) => !(name in stillDiffers)))(
    'are called what an expert would call them: %s',
    async (name) => {
      expect(await said(name)).toEqual(inOrder(expected[name]));
    },
  );

  it.each(Object.keys(stillDiffers))('still differ, as is known, from what an expert would say: %s', async (name) => {
    expect(await said(name)).not.toEqual(inOrder(expected[name]));
  });
});

const textOf = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/machines/${name}.json`, import.meta.url), 'utf8');

async function said(name: string): Promise<ExpectedScan | undefined> {
  const scan = await scanMachine(toolsFor(recordedMachine(machineFixture(name), name)));
  return inOrder({
    verdict: scan.verdict,
    products: scan.detections.map(({ product, state, confidence }) => `${product} ${state} ${confidence}`),
    blockers: scan.blockers.map(({ id, severity }) => (severity === 'stop' ? `${id}!` : id)),
  });
}

const inOrder = (scan: ExpectedScan | undefined): ExpectedScan | undefined =>
  scan && { ...scan, products: [...scan.products].sort(), blockers: [...scan.blockers].sort() };
