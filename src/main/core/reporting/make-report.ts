import type { RunState } from '../execution/read-journal';
import type { Words } from '../knowledge/words';
import type { Verification } from '../verification/verification';
import { sealedText } from './check-proof';
import type { Sealing } from './proof';
import type { Report } from './report';

/** Puts a journal and the look after it together, and signs it. `run` is null when there was nothing to remove. */
export function makeReport(
  run: { readonly id: string; readonly state: RunState } | null,
  after: Verification,
  madeAt: Date,
  words: Words,
  sealing: Sealing | null,
): Report {
  const report = unsignedReport(run, after, madeAt, words);
  return { ...report, proof: sealing === null ? null : sealing.sign(sealedText(report)) };
}

function unsignedReport(
  run: { readonly id: string; readonly state: RunState } | null,
  after: Verification,
  madeAt: Date,
  words: Words,
): Report {
  return {
    schemaVersion: 1,
    madeAt: madeAt.toISOString(),
    run:
      run === null
        ? null
        : {
            id: run.id,
            startedAt: run.state.startedAt,
            outcome: run.state.ended,
            clockGiven: run.state.started.clockGiven,
            steps: run.state.started.plan.steps.map((step) => {
              const result = run.state.outcomes.get(step.id);
              return {
                id: step.id,
                title: step.title,
                shows: step.shows,
                outcome: result?.outcome ?? null,
                told: toldOf(result?.outcome ?? null, result?.reason ?? null, words),
                at: result?.at ?? null,
              };
            }),
          },
    before: run?.state.started.before ?? null,
    after,
    proof: null,
  };
}

function toldOf(outcome: string | null, reason: string | null, words: Words): string {
  const told = words(`outcomes.${outcome ?? 'not-reached'}`);
  return reason === null ? told : `${told} ${words(`reasons.${reason}`)}`;
}
