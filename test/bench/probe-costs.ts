import type { Machine } from '../../src/main/core/machine/machine';
import type { Platform } from '../../src/main/core/machine/shapes';
import { allProbes } from '../../src/main/core/probing/all-probes';
import { probeMachine } from '../../src/main/core/probing/probe-machine';
import type { SessionTools } from '../../src/main/core/session/session';

/** What one probe costs; times in milliseconds, one for each run. */
export interface ProbeCost {
  readonly id: string;
  readonly status: string;
  readonly findings: number;
  /** Run by itself on a reader of its own. The first of these runs is the first in its process only for the first probe. */
  readonly aloneMs: readonly number[];
  /** From the start of a scan to this probe's answer, all probes side by side: when a person sees it. */
  readonly answeredMs: readonly number[];
}

/** Runs every probe of a platform `runs` times by itself, and as often all of them together. `open` gives a new reader. */
export async function probeCosts(
  tools: SessionTools,
  open: () => Machine,
  runs: number,
): Promise<readonly ProbeCost[]> {
  const described = await open().reader.ask('description', {}, 5_000);
  if (described.status !== 'ok') throw new Error(`description is ${described.status}: ${described.reason}`);
  const { platform } = described.value;
  const answered = new Map<string, number[]>();
  for (let run = 0; run < runs; run += 1) {
    const startMs = performance.now();
    await probeMachine(open().reader, platform, tools.knowledge.signatures, {
      ...tools,
      onProbe: ({ id }) => answered.set(id, [...(answered.get(id) ?? []), performance.now() - startMs]),
    });
  }
  const costs: ProbeCost[] = [];
  for (const probe of allProbes.filter(({ platforms }) => platforms.includes(platform)))
    costs.push({ ...(await costAlone(probe, tools, open, platform, runs)), answeredMs: answered.get(probe.id) ?? [] });
  return costs;
}

async function costAlone(
  probe: (typeof allProbes)[number],
  tools: SessionTools,
  open: () => Machine,
  platform: Platform,
  runs: number,
): Promise<Omit<ProbeCost, 'answeredMs'>> {
  const aloneMs: number[] = [];
  let told = { status: 'none', findings: 0 };
  for (let run = 0; run < runs; run += 1) {
    const { reader } = open();
    const startMs = performance.now();
    const { findings, probes } = await probeMachine(reader, platform, tools.knowledge.signatures, tools, [probe]);
    aloneMs.push(performance.now() - startMs);
    told = { status: probes[0]?.status ?? 'none', findings: findings.length };
  }
  return { id: probe.id, ...told, aloneMs };
}
