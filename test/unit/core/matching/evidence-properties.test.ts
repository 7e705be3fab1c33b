import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { detect } from '../../../../src/main/core/matching/detect';
import { confidences, type Detection } from '../../../../src/main/core/matching/detection';
import { judgeVerdict } from '../../../../src/main/core/matching/judge-verdict';
import { matchMarks } from '../../../../src/main/core/matching/match-marks';
import type { Finding } from '../../../../src/main/core/probing/finding';
import { probed, probedComputers, type ProbedComputer } from '../../../fixtures/make-clean/probed-computers';
import { seededInventories } from '../../../fixtures/make-clean/seeded-inventories.mjs';
import { noon } from '../../../support/simulated-session';

let computers: readonly ProbedComputer[] = [];
let unrelated: readonly Finding[] = [];

beforeAll(async () => {
  computers = await probedComputers();
  const clean = await Promise.all(seededInventories(3, 20).map((file, at) => probed(`seeded-${at}`, file)));
  unrelated = clean.flatMap(({ findings }) => findings);
}, 60_000);

describe('findings on every recorded computer', () => {
  it('say the same when others are added that miss the names by a letter (500 runs)', () => {
    fc.assert(
      fc.property(computer, fc.array(fc.nat(), { maxLength: 80 }), fc.nat(), (at, picks, cut) => {
        const { findings } = at();
        const place = cut % (findings.length + 1);
        const added = [...findings.slice(0, place), ...picks.map(from(() => unrelated)), ...findings.slice(place)];

        expect(said(at(), added)).toEqual(said(at()));
      }),
      { numRuns: 500 },
    );
  }, 20_000);

  it('say the same in any order, and whatever the order of signatures (300 runs)', () => {
    fc.assert(
      fc.property(computer, fc.integer(), fc.nat({ max: 5 }), (at, seed, order) => {
        // Six orders of signatures, because each new one makes all its patterns anew.
        const turned = { ...at(), signatures: shuffled(at().signatures, order) };

        expect(said(turned, shuffled(at().findings, seed))).toEqual(said(at()));
      }),
      { numRuns: 300 },
    );
  }, 20_000);

  it('list what one mark saw twice at one place in an order of their own', () => {
    const [machine] = computers.filter(({ platform }) => platform === 'windows');
    const twice = ['Kaspersky Plus', 'Kaspersky Premium'].map((name) => ({
      probe: 'protection',
      kind: 'protection' as const,
      where: 'Security Center',
      facts: { name, state: 'on', definitions: 'current', ghost: false },
      trust: 'system' as const,
    }));
    const listed = (findings: readonly Finding[]) => detect(machine?.signatures ?? [], findings, noon()).detections;

    expect(listed([...twice].reverse())).toEqual(listed(twice));
  });

  it('are never surer without what one mark saw, unless that spoke against (every mark of every computer)', () => {
    let removals = 0;
    const raised = computers.map(withSpeaking).flatMap((machine) => {
      const before = new Map(judged(machine).detections.map((detection) => [detection.product, detection]));
      return seenByMark(machine).flatMap(({ mark, gone }) => {
        removals += 1;
        return raisedWithout(machine, gone, before).map((what) => `${machine.name} without ${mark}: ${what}`);
      });
    });

    expect(raised).toEqual([]);
    expect(removals).toBeGreaterThan(300);
  }, 20_000);
});

const computer = fc.nat().map((pick) => () => from(() => computers)(pick));

/** The lists are known only once the tests run; a number picks from one then. */
const from =
  <T>(list: () => readonly T[]) =>
  (pick: number): T => {
    const item = list()[pick % list().length];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };

const judged = ({ signatures, findings, probes }: ProbedComputer) => detect(signatures, findings, noon(), probes);

/** As sets: products and remains follow the order of the signatures, and marks of one place that of the findings. */
function said(machine: ProbedComputer, findings = machine.findings) {
  const { detections, residue } = judged({ ...machine, findings });
  return {
    verdict: judgeVerdict(detections, machine.probes),
    detections: detections
      .map((detection) => ({ ...detection, marks: detection.marks.map((mark) => JSON.stringify(mark)).sort() }))
      .sort((a, b) => (a.product < b.product ? -1 : 1)),
    residue: residue.map((item) => JSON.stringify(item)).sort(),
  };
}

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0);
  return items
    .map((item) => ({ item, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** With the signatures that speak alone: fewer findings make no other one speak, and all of them take long. */
const withSpeaking = (machine: ProbedComputer): ProbedComputer => {
  const speaking = matchMarks(machine.signatures, machine.findings);
  return { ...machine, signatures: machine.signatures.filter((signature) => speaking.has(signature)) };
};

const seenByMark = ({ signatures, findings }: ProbedComputer) =>
  [...matchMarks(signatures, findings)].flatMap(([{ id }, matches]) =>
    [...new Set(matches.map(({ mark }) => mark))].map((mark) => ({
      mark: `${id}/${mark.id}`,
      gone: new Set(matches.filter((match) => match.mark === mark).map(({ finding }) => finding)),
    })),
  );

function raisedWithout(
  machine: ProbedComputer,
  gone: ReadonlySet<Finding>,
  before: ReadonlyMap<string, Detection>,
): readonly string[] {
  const spokeAgainst = [...matchMarks(machine.signatures, [...gone])]
    .filter(([, matches]) => matches.some(({ mark }) => mark.says === 'against'))
    .map(([{ id }]) => id);
  const { detections } = judged({ ...machine, findings: machine.findings.filter((finding) => !gone.has(finding)) });
  return detections
    .filter(({ product }) => !spokeAgainst.includes(product) && !wasWithin(product, machine, before))
    .filter((after) => isSurer(after, before.get(after.product)))
    .map(({ product, state, confidence }) => `${product} ${state} ${confidence}`);
}

/** Not told before because it was a part of a product that was there. */
const wasWithin = (product: string, { signatures }: ProbedComputer, before: ReadonlyMap<string, Detection>): boolean =>
  !before.has(product) && (signatures.find(({ id }) => id === product)?.partOf ?? []).some((id) => before.has(id));

/**
 * How sure remains are is another question than how sure a product is, so those two are not compared; only a presence that was no more
 * than possible may come to light once surer remains no longer outweigh it.
 */
const isSurer = (after: Detection, before: Detection | undefined): boolean =>
  before === undefined ||
  (isLeftover(after) === isLeftover(before)
    ? confidences.indexOf(after.confidence) < confidences.indexOf(before.confidence)
    : isLeftover(before) && after.confidence !== 'possible');

const isLeftover = ({ state }: Detection): boolean => state === 'leftover';
