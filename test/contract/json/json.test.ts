import { describe, expect, it } from 'vitest';
import { noChoices } from '../../../src/main/core/planning/plan';
import { openSession } from '../../../src/main/core/session/open-session';
import { recordedMachine } from '../../../src/main/platform/simulated/recorded-machine';
import { machineFixture, machineFixtureNames } from '../../fixtures/machine-fixtures';
import { simulated, simulatedNames, toolsFor } from '../../support/simulated-session';
import { contractShapes } from './contract-shapes';

const computers = [
  ...simulatedNames.map((name) => [`sim:${name}`, () => simulated(name)] as const),
  ...machineFixtureNames.map((name) => [name, () => recordedMachine(machineFixture(name), name)] as const),
];

describe('the JSON that scripts rely on', () => {
  it.each(computers)('has for %s every field of the contract, in scan, plan and verify', async (_, open) => {
    const session = openSession(toolsFor(open()));

    const { scan, plan } = await session.plan(noChoices);
    const verified = await session.verify(null);

    expect(contractShapes.scan.safeParse(scan).error?.issues).toBeUndefined();
    expect(contractShapes.plan.safeParse(plan).error?.issues).toBeUndefined();
    expect(contractShapes.verify.safeParse(verified.ok ? verified.verification : null).error?.issues).toBeUndefined();
  });

  it.each(computers)('is for %s the same value after it was written and read', async (_, open) => {
    const { scan, plan } = await openSession(toolsFor(open())).plan(noChoices);

    expect(JSON.parse(JSON.stringify({ scan, plan }))).toEqual({ scan, plan });
  });

  it('is refused by these very shapes when a field is missing or renamed', async () => {
    const { scan, plan } = await openSession(toolsFor(simulated('linux-server'))).plan(noChoices);
    const { closedDays: _gone, ...window } = scan.window;
    const [step, ...steps] = plan.steps.map(({ shows: _shows, ...rest }) => rest);

    expect(contractShapes.scan.safeParse({ ...scan, window }).success).toBe(false);
    expect(contractShapes.scan.safeParse({ ...scan, verdict: 'infected' }).success).toBe(false);
    expect(contractShapes.plan.safeParse({ ...plan, steps: [step, ...steps] }).success).toBe(false);
  });
});
