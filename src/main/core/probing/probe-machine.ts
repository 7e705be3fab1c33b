import { unanswered, type Answer } from '../machine/answer';
import type { MachineReader } from '../machine/machine';
import type { Platform } from '../machine/shapes';
import type { Signature } from '../knowledge/signature';
import type { Finding, ProbeRecord } from './finding';
import type { Probe } from './probe';
import { allProbes } from './all-probes';

export interface ProbingResult {
  readonly findings: readonly Finding[];
  readonly probes: readonly ProbeRecord[];
}

export interface ProbingTools {
  /** Milliseconds that only ever go forward. */
  readonly monotonicMs: () => number;
  readonly wait: (ms: number) => { readonly done: Promise<void>; readonly cancel: () => void };
  readonly onProbe?: (probe: ProbeRecord, found: readonly Finding[]) => void;
}

/**
 * Runs every probe of a platform side by side. A probe that fails, is refused or takes too long becomes a record with that
 * status and stops no other.
 */
export async function probeMachine(
  reader: MachineReader,
  platform: Platform,
  signatures: readonly Signature[],
  tools: ProbingTools,
  probes: readonly Probe[] = allProbes,
): Promise<ProbingResult> {
  const ours = signatures.filter((signature) => signature.platforms.includes(platform));
  const results = await Promise.all(
    probes
      .filter((probe) => probe.platforms.includes(platform))
      .map(async (probe) => {
        const startedMs = tools.monotonicMs();
        const answer = await withinLimit(probe, reader, ours, tools);
        const found = answer.status === 'ok' ? answer.value : [];
        const record: ProbeRecord = {
          id: probe.id,
          status: answer.status,
          required: probe.required,
          ms: Math.round(tools.monotonicMs() - startedMs),
          reason: answer.status === 'ok' ? null : answer.reason,
        };
        tools.onProbe?.(record, found);
        return { record, found };
      }),
  );
  return { findings: results.flatMap((r) => r.found), probes: results.map((r) => r.record) };
}

async function withinLimit(
  probe: Probe,
  reader: MachineReader,
  signatures: readonly Signature[],
  tools: ProbingTools,
): Promise<Answer<readonly Finding[]>> {
  const limit = tools.wait(probe.limitMs);
  try {
    return await Promise.race([
      probe.run((question, given) => reader.ask(question, given, probe.limitMs), signatures),
      limit.done.then(() => unanswered('timed-out', `no answer within ${probe.limitMs} ms`)),
    ]);
  } catch (error) {
    return unanswered('failed', error instanceof Error ? error.message : String(error));
  } finally {
    limit.cancel();
  }
}
