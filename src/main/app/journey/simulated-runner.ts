import type { ApplyEvents, ApplyResult, Session } from '../../core/session/session';
import { runView } from './run-view';
import { refused, refusedBy, type Runner, type Starting, type Tell } from './runner';

export interface SimulatedRunnerTools {
  /** The session of the moment: its language may change between two runs. */
  readonly session: () => Session;
  readonly tell: Tell;
  readonly log: (line: string) => void;
}

/** Carries plans out on a computer in memory, in this very process: nothing outside memory and the rehearsal's journal is changed. */
export function simulatedRunner({ session, tell, log }: SimulatedRunnerTools): Runner {
  let active: string | null = null;

  const carryOut = (work: (events: ApplyEvents) => Promise<ApplyResult>): Promise<Starting> =>
    new Promise((resolve) => {
      const events: ApplyEvents = {
        onJournal(state, run) {
          active = run;
          const view = runView(run, state, true);
          resolve({ ok: true, run: view });
          tell('run:changed', view);
        },
        onToolLine(step, line) {
          if (active !== null) tell('run:line', { run: active, step, line });
        },
      };
      work(events)
        .then(
          (result) => {
            active = null;
            if (result.ok) tell('run:changed', runView(result.run, result.state, false));
            else resolve(refusedBy(result.refusal));
          },
          (error: unknown) => {
            const run = active;
            active = null;
            log(`rehearsal stopped: ${String(error)}`);
            const found = run === null ? null : session().run(run);
            if (found?.ok === true) tell('run:changed', runView(found.run, found.state, false));
            resolve(refused('run-not-started', error instanceof Error ? error.message : String(error)));
          },
        )
        .catch((error: unknown) => log(`rehearsal could not be told: ${String(error)}`));
    });

  return {
    start: ({ digest, choices }) =>
      carryOut((events) => session().apply({ digest, choices }, { given: 'window' }, events)),
    resume: (run) => carryOut((events) => session().resume(run, events)),
    async undo(run, items) {
      const result = await session().undo(run, items);
      if (!result.ok) return refusedBy(result.refusal);
      const found = session().run(run);
      return found.ok ? { ok: true, run: runView(run, found.state, false) } : refused(found.reason);
    },
    activeRun: () => active,
  };
}
