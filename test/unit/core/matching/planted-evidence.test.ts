import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { detect } from '../../../../src/main/core/matching/detect';
import { judgeVerdict } from '../../../../src/main/core/matching/judge-verdict';
import type { Scan } from '../../../../src/main/core/matching/scan';
import { makePlan } from '../../../../src/main/core/planning/make-plan';
import type { Planner } from '../../../../src/main/core/planning/planner';
import { noChoices } from '../../../../src/main/core/planning/plan';
import type { Finding } from '../../../../src/main/core/probing/finding';
import { plannerFor } from '../../../../src/main/core/session/planner-for';
import { scanMachine } from '../../../../src/main/core/session/scan-machine';
import { recordedMachine } from '../../../../src/main/platform/simulated/recorded-machine';
import { machineFixture } from '../../../fixtures/machine-fixtures';
import { probedComputers, type ProbedComputer } from '../../../fixtures/make-clean/probed-computers';
import { noon, toolsFor } from '../../../support/simulated-session';

let computers: readonly ProbedComputer[] = [];
let frames: ReadonlyMap<string, { readonly scan: Scan; readonly planner: Planner }> = new Map();

beforeAll(async () => {
  computers = await probedComputers();
  const oneOfEach = new Map(computers.map(({ name, platform }) => [platform, name]));
  frames = new Map(await Promise.all([...oneOfEach.values()].map(frameOf)));
}, 60_000);

describe('what only an ordinary person could have written', () => {
  it('is at most possible, hands over nothing and moves no plan (all of every computer)', () => {
    const wrong = computers.map((machine) => outcome(machine, planted(machine.findings))).filter(isTooMuch);

    expect(computers.length).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  }, 20_000);

  it('stays that from pieces of several computers (400 runs)', () => {
    fc.assert(
      fc.property(fc.nat(), pieces, (pick, written) => {
        expect([outcome(at(pick), written(at(pick)))].filter(isTooMuch)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  }, 20_000);

  it('changes no step with an action where products are there (300 runs)', () => {
    fc.assert(
      fc.property(fc.nat(), pieces, (pick, written) => {
        const machine = at(pick);

        expect(outcome(machine, [...machine.findings, ...written(machine)]).actions).toEqual(
          outcome(machine, machine.findings).actions,
        );
      }),
      { numRuns: 300 },
    );
  }, 20_000);
});

const at = (pick: number): ProbedComputer => {
  const machine = computers[pick % computers.length];
  if (machine === undefined) throw new Error('no recorded computers');
  return machine;
};

const planted = (findings: readonly Finding[]): readonly Finding[] =>
  findings.map((finding) => ({ ...finding, trust: 'user' as const }));

/** Parts of what was found on one to four computers of the same system, as a person would have written it. */
const pieces = fc
  .array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 })
  .map((picks) => ({ platform }: ProbedComputer): readonly Finding[] => {
    const same = computers.filter((other) => other.platform === platform);
    return picks.flatMap(([pick, start, length]) => {
      const findings = same[pick % same.length]?.findings ?? [];
      return planted(findings.slice(start % (findings.length + 1)).slice(0, (length % 60) + 1));
    });
  });

function outcome({ name, platform, signatures, probes }: ProbedComputer, findings: readonly Finding[]) {
  const { detections, residue } = detect(signatures, findings, noon(), probes);
  const frame = frames.get(platform);
  if (frame === undefined) throw new Error(`no plan is made for ${platform} here`);
  const plan = makePlan(
    { ...frame.scan, detections: [...detections], residue: [...residue] },
    noChoices,
    frame.planner,
  );
  return {
    name,
    verdict: judgeVerdict(detections, probes),
    sure: detections.filter(({ confidence }) => confidence !== 'possible').map(({ product }) => product),
    handles: detections.flatMap(({ handles }) => [...handles.packages, handles.productCode ?? []].flat()),
    actions: plan.steps.flatMap(({ action }) => action ?? []),
  };
}

const isTooMuch = ({ verdict, sure, handles, actions }: ReturnType<typeof outcome>): boolean =>
  sure.length + handles.length + actions.length > 0 || !/^(clear|inconclusive)$/.test(verdict);

async function frameOf(name: string) {
  const tools = toolsFor(recordedMachine(machineFixture(name), name));
  const scan = await scanMachine(tools);
  return [scan.machine.platform, { scan, planner: await plannerFor(tools) }] as const;
}
