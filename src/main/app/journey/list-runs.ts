import type { JournalStore } from '../../core/execution/journal';
import { runState } from '../../core/execution/read-journal';
import type { RunView } from '../../../preload/contract/requests';
import { runView } from './run-view';

/**
 * Every run that can be read, newest first. Journals are only read here: bringing a simulated computer to where an old run ended
 * would change the computer that is being looked at.
 */
export function listRuns(journals: JournalStore, isBeingActed: (run: string) => boolean): RunView[] {
  return journals.runs().flatMap((run) => {
    const view = readRun(journals, run, isBeingActed(run));
    return view === null ? [] : [view];
  });
}

/** One run, or null when its journal is missing, edited or not yet whole. */
export function readRun(journals: JournalStore, run: string, beingActed: boolean): RunView | null {
  const opened = journals.open(run);
  return opened.ok ? runView(run, runState(opened.journal.lines()), beingActed) : null;
}
