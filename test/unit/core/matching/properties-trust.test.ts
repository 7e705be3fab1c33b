import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Scan } from '../../../../src/main/core/matching/scan';
import { detect } from '../../../../src/main/core/matching/detect';
import { matchMarks } from '../../../../src/main/core/matching/match-marks';
import { judgeVerdict } from '../../../../src/main/core/matching/judge-verdict';
import { makePlan } from '../../../../src/main/core/planning/make-plan';
import type { Planner } from '../../../../src/main/core/planning/planner';
import { noChoices } from '../../../../src/main/core/planning/plan';
import type { Finding } from '../../../../src/main/core/probing/finding';
import { plannerFor } from '../../../../src/main/core/session/planner-for';
import { scanMachine } from '../../../../src/main/core/session/scan-machine';
import { recordedMachine } from '../../../../src/main/platform/simulated/recorded-machine';
import { machineFixture } from '../../../fixtures/machine-fixtures';
import { recordedFindings, type RecordedFindings } from '../../../fixtures/make/recorded-findings';
import { noon, toolsFor } from '../../../support/simulated-session';

let machines: readonly RecordedFindings[] = [];
let frame: Scan | undefined;
let planner: Planner | undefined;

beforeAll(async () => {
  machines = await recordedFindings((name) => !/2000-programs/.test(name));
  const tools = toolsFor(recordedMachine(machineFixture('windows-11-home-clean'), 'windows-11-home-clean'));
  frame = await scanMachine(tools);
  planner = await plannerFor(tools);
}, 60_000);

const asUsers = (findings: readonly Finding[]): readonly Finding[] =>
  findings.map((finding) => ({ ...finding, trust: 'user' as const }));

/** Of any number of computers, as if an ordinary user had written all of it. */
const written = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }).map(
  (picks) => () =>
    picks.flatMap(([pick, from, length]) => {
      const findings = machines[pick % machines.length]?.findings ?? [];
      return asUsers(findings.slice(from % (findings.length + 1)).slice(0, (length % 200) + 1));
    }),
);

describe('what an ordinary user could have written', () => {
  it('gives nothing more than possible, and nothing to remove', () => {
    const told = machines.flatMap(({ name, signatures, findings, probes }) => {
      const { detections } = detect(signatures, asUsers(findings), noon(), probes);
      const verdict = judgeVerdict(detections, probes);
      const strong = detections.filter(
        ({ confidence, handles }) =>
          confidence !== 'possible' || handles.productCode !== null || handles.packages.length > 0,
      );
      return strong.length === 0 && /^(clear|inconclusive)$/.test(verdict) ? [] : [{ name, verdict, strong }];
    });

    expect(told).toEqual([]);
  });

  it('never feeds a plan, however it is put together', () => {
    fc.assert(
      fc.property(written, (pieces) => {
        if (frame === undefined || planner === undefined) throw new Error('nothing to plan with');
        const { signatures, probes } = windowsOf(machines);
        const { detections, residue } = detect(signatures, pieces(), noon(), probes);
        const plan = makePlan({ ...frame, detections: [...detections], residue: [...residue] }, noChoices, planner);

        expect({ steps: plan.steps, strong: detections.filter(({ confidence }) => confidence !== 'possible') }).toEqual(
          { steps: [], strong: [] },
        );
      }),
      { numRuns: 300 },
    );
  });

  it('never gives a version, a code or a manager to a product that is there', () => {
    fc.assert(
      fc.property(fc.nat(), written, (pick, pieces) => {
        const machine = machines[pick % machines.length];
        if (machine === undefined) return;
        const facts = (findings: readonly Finding[]) =>
          detect(machine.signatures, findings, noon(), machine.probes)
            .detections.filter(({ confidence }) => confidence !== 'possible')
            .map(({ product, edition, version, managedBy, handles, licence }) => ({
              product,
              edition,
              version,
              managedBy,
              handles,
              licence,
            }));
        const products = new Set(facts(machine.findings).map(({ product }) => product));

        const after = facts([...machine.findings, ...pieces()]).filter(({ product }) => products.has(product));

        expect(after).toEqual(
          facts(machine.findings).filter(({ product }) => after.some((kept) => kept.product === product)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('never makes a product that is there less sure', () => {
    const against = asUsers(machines.flatMap((machine) => spokeAgainst(machine)));

    const weakened = machines.flatMap((machine) => {
      const after = sayings(machine, [...machine.findings, ...against]);
      return sayings(machine, machine.findings)
        .filter((said) => !after.includes(said))
        .map((said) => `${machine.name}: ${said}`);
    });

    expect(weakened).toEqual([]);
  });
}, 30_000);

/** The findings of a computer that speak against any product. */
const spokeAgainst = ({ signatures, findings }: RecordedFindings): readonly Finding[] =>
  [...matchMarks(signatures, findings).values()].flatMap((matches) =>
    matches.filter(({ mark }) => mark.says === 'against').map(({ finding }) => finding),
  );

/** What is said of products for which at least one place of the system's speaks. */
const sayings = (machine: RecordedFindings, findings: readonly Finding[]): readonly string[] =>
  detect(machine.signatures, findings, noon(), machine.probes)
    .detections.filter(({ confidence }) => confidence !== 'possible')
    .map(({ product, state, confidence }) => `${product} ${state} ${confidence}`);

function windowsOf(all: readonly RecordedFindings[]): RecordedFindings {
  const found = all.find(({ name }) => name === 'windows-11-home-clean');
  if (found === undefined) throw new Error('windows-11-home-clean is not recorded');
  return found;
}
