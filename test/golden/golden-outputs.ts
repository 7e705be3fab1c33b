import type { Scan } from '../../src/main/core/matching/scan';
import { noChoices } from '../../src/main/core/planning/plan';
import { openSession } from '../../src/main/core/session/open-session';
import { recordedMachine } from '../../src/main/platform/simulated/recorded-machine';
import { machineFixture } from '../fixtures/machine-fixtures';
import { toolsFor } from '../support/simulated-session';

export const goldenKinds = ['scan', 'plan'] as const;
export type GoldenOutputs = Readonly<Record<(typeof goldenKinds)[number], unknown>>;

/** What Offramp says of one recorded computer now: the only place where these outputs are made. */
export async function goldenOutputs(name: string): Promise<GoldenOutputs> {
  const session = openSession(toolsFor(recordedMachine(machineFixture(name), name)));
  const { scan, plan } = await session.plan(noChoices);
  return { scan: withoutVersions(scan), plan };
}

/** Every release of program or data has another version; golden outputs show what changed besides. */
const withoutVersions = (scan: Scan): Scan => ({
  ...scan,
  tool: { ...scan.tool, version: 'any', dataVersion: 'any', dataDate: 'any' },
});
