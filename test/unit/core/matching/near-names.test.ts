import { describe, expect, it } from 'vitest';
import { openSession } from '../../../../src/main/core/session/open-session';
import { parseMachineFile } from '../../../../src/main/platform/simulated/parse-machine-file';
import { recordedMachine } from '../../../../src/main/platform/simulated/recorded-machine';
import { seededInventories } from '../../../fixtures/make-clean/seeded-inventories.mjs';
import { toolsFor } from '../../../support/simulated-session';

const seed = 20_261_125;
const count = 500;

describe('five hundred clean computers on which names miss those of Kaspersky by one letter', () => {
  const texts = seededInventories(seed, count).map((file) => JSON.stringify(file));

  it('are all different, and the same for the same seed', () => {
    expect(new Set(texts).size).toBe(count);
    expect(seededInventories(seed, 5).map((file) => JSON.stringify(file))).toEqual(texts.slice(0, 5));
  });

  it('are clear, every one, without a detection', async () => {
    const looks = await Promise.all(texts.map(lookAt));

    expect(looks.filter(({ verdict, marks }) => verdict !== 'clear' || marks.length > 0)).toEqual([]);
    expect(looks).toHaveLength(count);
  }, 30_000);
});

async function lookAt(text: string, at: number) {
  const parsed = parseMachineFile(text);
  if (!parsed.ok) throw new Error(`computer ${at}: ${parsed.at} ${parsed.problem}`);
  const scan = await openSession(toolsFor(recordedMachine(parsed.file, `seeded-${at}`))).scan();
  return {
    at,
    verdict: scan.verdict,
    marks: scan.detections.flatMap(({ product, marks }) =>
      marks.map(({ mark, value }) => `${product}/${mark} ${value}`),
    ),
  };
}
