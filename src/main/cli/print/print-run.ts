import type { RunState } from '../../core/execution/read-journal';
import type { RunOutcome } from '../../core/execution/journal';
import type { Words } from '../../core/knowledge/words';
import { table, wrap } from './table';

/** The end of a run as a person reads it, with what to do next. */
export function printRun(run: string, outcome: RunOutcome, state: RunState, words: Words, columns: number): string {
  const rows = state.started.plan.steps.map((step) => {
    const result = state.outcomes.get(step.id);
    const reason = result?.reason == null ? '' : words(`reasons.${result.reason}`);
    return [
      words(`outcomes.${result?.outcome ?? 'not-reached'}`),
      [step.title, reason, result?.detail ?? ''].filter((part) => part !== '').join(' – '),
    ];
  });
  return [
    ...wrap(words(`run-outcomes.${outcome}`), columns),
    '',
    table([words('report.outcome'), words('report.step')], rows, columns),
    ...wrap(words(outcome === 'done' ? 'cli.next.verify' : 'cli.next.resume', { run }), columns),
    '',
  ].join('\n');
}
