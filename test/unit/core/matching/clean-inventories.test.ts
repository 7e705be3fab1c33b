import { describe, expect, it } from 'vitest';
import { scanMachine } from '../../../../src/main/core/session/scan-machine';
import { parseMachineFile } from '../../../../src/main/platform/simulated/parse-machine-file';
import { recordedMachine } from '../../../../src/main/platform/simulated/recorded-machine';
import { cleanInventories } from '../../../fixtures/make/clean-inventories.mjs';
import { toolsFor } from '../../../support/simulated-session';

const seed = 20_261_123;
const count = 500;

describe('five hundred clean computers full of names that come near', () => {
  const texts = cleanInventories(seed, count).map((file) => JSON.stringify(file));

  it('are all different, and the same for the same seed', () => {
    expect(new Set(texts).size).toBe(count);
    expect(JSON.stringify(cleanInventories(seed, 3)[2])).toBe(texts[2]);
  });

  it('give not one detection and no verdict but clear', async () => {
    const scans = await Promise.all(texts.map((text, at) => scanOf(text, at)));

    const wrong = scans.filter(
      ({ verdict, detections, residue }) => verdict !== 'clear' || detections.length + residue.length > 0,
    );
    expect(
      wrong.map(({ machine, verdict, detections }) => ({
        id: machine.id,
        verdict,
        marks: detections.flatMap(({ marks }) => marks),
      })),
    ).toEqual([]);
    expect(scans.filter(({ verdict }) => verdict === 'clear')).toHaveLength(count);
  }, 30_000);
});

async function scanOf(text: string, at: number) {
  const parsed = parseMachineFile(text);
  if (!parsed.ok) throw new Error(`clean computer ${at}: ${parsed.at} ${parsed.problem}`);
  return scanMachine(toolsFor(recordedMachine(parsed.file, `clean-${at}`)));
}
