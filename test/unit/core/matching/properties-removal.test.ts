import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { confidences, type Detection } from '../../../../src/main/core/matching/detection';
import { detect } from '../../../../src/main/core/matching/detect';
import { matchMarks } from '../../../../src/main/core/matching/match-marks';
import type { Finding } from '../../../../src/main/core/probing/finding';
import { recordedFindings, type RecordedFindings } from '../../../fixtures/make/recorded-findings';
import { noon } from '../../../support/simulated-session';

let machines: readonly RecordedFindings[] = [];

beforeAll(async () => {
  machines = await recordedFindings((name) => !/2000-programs/.test(name));
}, 60_000);

describe('taking away what spoke', () => {
  it('for one mark never makes certain what was not, and raises no confidence but through what spoke against', () => {
    const raised = machines.flatMap((machine) => {
      const before = detect(machine.signatures, machine.findings, noon(), machine.probes).detections;
      return marksThatSpoke(machine).flatMap(({ mark, findings }) => {
        const gone = new Set(findings);
        const rest = machine.findings.filter((finding) => !gone.has(finding));
        return raisedWithout(machine, before, rest, gone).map((what) => `${machine.name} without ${mark}: ${what}`);
      });
    });

    expect(raised).toEqual([]);
  });

  it('for any number of marks at once never does either', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), (pick, marks) => {
        const machine = machines[pick % machines.length];
        if (machine === undefined) return;
        const spoke = marksThatSpoke(machine);
        const gone = new Set(
          spoke.length === 0 ? [] : marks.flatMap((mark) => spoke[mark % spoke.length]?.findings ?? []),
        );
        const before = detect(machine.signatures, machine.findings, noon(), machine.probes).detections;

        const rest = machine.findings.filter((finding) => !gone.has(finding));

        expect(raisedWithout(machine, before, rest, gone)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
}, 30_000);

function marksThatSpoke({ signatures, findings }: RecordedFindings) {
  return [...matchMarks(signatures, findings)].flatMap(([signature, matches]) =>
    [...new Set(matches.map(({ mark }) => mark))].map((mark) => ({
      mark: `${signature.id}/${mark.id}`,
      findings: matches.filter((match) => match.mark === mark).map(({ finding }) => finding),
    })),
  );
}

/** Products said with more confidence than before, leaving out those against which something spoke that is gone now. */
function raisedWithout(
  machine: RecordedFindings,
  before: readonly Detection[],
  rest: readonly Finding[],
  gone: ReadonlySet<Finding>,
): readonly string[] {
  const freed = new Set(
    [...matchMarks(machine.signatures, [...gone])]
      .filter(([, matches]) => matches.some(({ mark }) => mark.says === 'against'))
      .map(([signature]) => signature.id),
  );
  // Parts of a product that was there are told on their own once it is not.
  const parts = machine.signatures
    .filter(({ partOf }) => (partOf ?? []).some((id) => before.some(({ product }) => product === id)))
    .map(({ id }) => id);
  return detect(machine.signatures, rest, noon(), machine.probes)
    .detections.filter(({ product }) => !freed.has(product) && !parts.includes(product))
    .filter((after) =>
      isRaised(
        before.find(({ product }) => product === after.product),
        after,
      ),
    )
    .map(({ product, state, confidence }) => `${product} ${state} ${confidence}`);
}

/**
 * Whether a product is there and whether something is left of it are two questions, and the surer answer is told. So without what spoke
 * for its being there a product can be surer remains than it was a product; and without what spoke of remains, a presence that was
 * no more than possible all along comes to light, as possible and never as more.
 */
function isRaised(before: Detection | undefined, after: Detection): boolean {
  if (before === undefined) return true;
  if (isLeftover(before) === isLeftover(after)) return rank(after) > rank(before);
  return isLeftover(before) && after.confidence !== 'possible';
}

const isLeftover = ({ state }: Detection): boolean => state === 'leftover';
const rank = ({ confidence }: Detection): number => -confidences.indexOf(confidence);
