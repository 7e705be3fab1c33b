import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { detect } from '../../../../src/main/core/matching/detect';
import { judgeVerdict } from '../../../../src/main/core/matching/judge-verdict';
import type { Signature } from '../../../../src/main/core/knowledge/signature';
import type { Finding } from '../../../../src/main/core/probing/finding';
import { parseMachineFile } from '../../../../src/main/platform/simulated/parse-machine-file';
import { cleanInventories } from '../../../fixtures/make/clean-inventories.mjs';
import { findingsOn, recordedFindings, type RecordedFindings } from '../../../fixtures/make/recorded-findings';
import { noon } from '../../../support/simulated-session';

let machines: readonly RecordedFindings[] = [];
let unrelated: readonly Finding[] = [];

beforeAll(async () => {
  machines = await recordedFindings((name) => !/2000-programs/.test(name));
  const clean = await Promise.all(
    cleanInventories(7, 12).map((file, at) => {
      const parsed = parseMachineFile(JSON.stringify(file));
      if (!parsed.ok) throw new Error(parsed.problem);
      return findingsOn(`clean-${at}`, parsed.file);
    }),
  );
  unrelated = clean.flatMap(({ findings }) => findings);
}, 60_000);

describe('what is said of every recorded computer', () => {
  it('stays the same when findings are added that have nothing to do with it', () => {
    fc.assert(
      fc.property(indexOf, fc.array(fc.nat(), { maxLength: 60 }), fc.nat(), (at, picks, place) => {
        const machine = at(machines);
        const added = picks
          .map((pick) => unrelated[pick % unrelated.length])
          .filter((finding) => finding !== undefined);
        const cut = place % (machine.findings.length + 1);
        const findings = [...machine.findings.slice(0, cut), ...added, ...machine.findings.slice(cut)];

        expect(said(machine, findings)).toEqual(said(machine, machine.findings));
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order of findings or of signatures', () => {
    fc.assert(
      fc.property(indexOf, fc.nat(), fc.nat(), (at, first, second) => {
        const machine = at(machines);

        const mixed = said(machine, shuffled(machine.findings, first), shuffled(machine.signatures, second));

        expect(mixed).toEqual(said(machine, machine.findings));
      }),
      { numRuns: 150 },
    );
  });
}, 30_000);

/** The same for the same seed. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  return items
    .map((item) => ({ item, place: next() }))
    .sort((x, y) => x.place - y.place)
    .map(({ item }) => item);
}

/** Computers are known only once the tests run; a number picks one then. */
const indexOf = fc.nat().map((pick) => (from: readonly RecordedFindings[]): RecordedFindings => {
  const machine = from[pick % from.length];
  if (machine === undefined) throw new Error('no recorded computers');
  return machine;
});

function said(
  { signatures, probes }: RecordedFindings,
  findings: readonly Finding[],
  order: readonly Signature[] = signatures,
) {
  const { detections, residue } = detect(order, findings, noon(), probes);
  return {
    verdict: judgeVerdict(detections, probes),
    detections: [...detections].sort((a, b) => (a.product < b.product ? -1 : 1)),
    residue: residue.map((item) => JSON.stringify(item)).sort(),
  };
}
