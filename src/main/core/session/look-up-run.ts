import { runState } from '../execution/read-journal';
import type { RunLookup, SessionTools } from './session';

/** A run by its id, with what its journal says; a machine in memory is brought to where the journal left it. */
export function lookUpRun(run: string, tools: SessionTools): RunLookup {
  const opened = tools.journals.open(run);
  if (!opened.ok) return opened;
  tools.replay?.(opened.journal);
  return { ok: true, run, state: runState(opened.journal.lines()) };
}
