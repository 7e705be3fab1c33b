import { ageInDays, closedDays } from '../countdown/closed-days';
import { governingPolicyId } from '../knowledge/knowledge';
import type { MachineDescription } from '../machine/shapes';
import type { Detection } from '../matching/detection';
import { detect } from '../matching/detect';
import { findBlockers } from '../matching/blockers/find-blockers';
import { judgeProtection } from '../matching/judge-protection';
import { judgeVerdict } from '../matching/judge-verdict';
import type { Scan } from '../matching/scan';
import type { ProbeRecord } from '../probing/finding';
import { probeMachine } from '../probing/probe-machine';
import type { ScanEvents, SessionTools } from './session';

/** Looks at a computer and changes nothing: probes, matching, verdict, blockers, protection, window. */
export async function scanMachine(tools: SessionTools, events: ScanEvents = {}): Promise<Scan> {
  const { machine, knowledge, words } = tools;
  const now = tools.now();
  const described = await machine.reader.ask('description', {}, 5_000);
  if (described.status !== 'ok') return blindScan(described.reason, tools, now);
  const [{ findings, probes }, packageTools] = await Promise.all([
    probeMachine(machine.reader, described.value.platform, knowledge.signatures, {
      monotonicMs: tools.monotonicMs,
      wait: tools.wait,
      ...(events.onProbe === undefined ? {} : { onProbe: events.onProbe }),
    }),
    machine.reader.ask('package-tools', {}, 10_000),
  ]);
  const ours = knowledge.signatures.filter(({ platforms }) => platforms.includes(described.value.platform));
  const { detections, residue } = detect(ours, findings, now, probes);
  return {
    ...frame(tools, now, described.value, probes),
    verdict: judgeVerdict(detections, probes),
    detections: [...detections],
    residue: [...residue],
    blockers: [
      ...findBlockers(detections, findings, {
        computer: described.value,
        signatures: ours,
        tools: packageTools.status === 'ok' ? packageTools.value : null,
        words,
      }),
    ],
    protection: judgeProtection(findings, probes, detections, ours),
    window: windowFacts(tools, now, detections),
  };
}

/** A computer that does not even say what it is: nothing can be said about it either. */
function blindScan(reason: string, tools: SessionTools, now: Date): Scan {
  const unknown = {
    id: 'unknown',
    platform: 'linux',
    os: 'unknown',
    build: 'unknown',
    arch: 'unknown',
    role: 'workstation',
  } as const;
  const probe: ProbeRecord = { id: 'description', status: 'failed', required: true, ms: 0, reason };
  return {
    ...frame(tools, now, unknown, [probe]),
    verdict: 'inconclusive',
    detections: [],
    residue: [],
    blockers: [],
    protection: { verdict: 'unknown', products: [] },
    window: windowFacts(tools, now, []),
  };
}

const frame = (tools: SessionTools, now: Date, description: MachineDescription, probes: readonly ProbeRecord[]) => ({
  schemaVersion: 1 as const,
  tool: {
    name: 'offramp' as const,
    version: tools.toolVersion,
    dataVersion: tools.knowledge.dataVersion,
    dataDate: tools.knowledge.dataDate,
  },
  scannedAt: now.toISOString(),
  machine: { ...description, name: null, simulated: tools.machine.source.kind === 'simulated' },
  probes: [...probes],
});

function windowFacts({ knowledge }: SessionTools, now: Date, detections: readonly Detection[]): Scan['window'] {
  const policy = knowledge.policies.find(({ id }) => id === governingPolicyId);
  const newest = detections
    .flatMap(({ licence, state }) =>
      licence.definitionsDate === null || state === 'leftover' ? [] : [licence.definitionsDate],
    )
    .sort()
    .at(-1);
  return {
    policy: governingPolicyId,
    closedDays: policy?.closesAt == null ? null : closedDays(policy.closesAt, policy.zone, now),
    definitionsAgeDays: ageInDays(newest ?? null, now),
  };
}
