import type { JournalStore } from '../../core/execution/journal';
import { runState } from '../../core/execution/read-journal';
import type { EventPayload, RunView } from '../../../preload/contract/requests';
import { runView } from './run-view';
import { tailLines } from './tail-lines';

export interface RunWatch {
  /** Looks once. Gives the run as it stands, or null while there is nothing to read. */
  look(beingActed: boolean): RunView | null;
}

export interface WatchedRun {
  readonly run: string;
  readonly journals: JournalStore;
  readonly onChange: (view: RunView) => void;
  readonly onLine: (line: EventPayload<'run:line'>) => void;
}

/** Follows a run that another process carries out, by reading its journal and the running tool's own output. */
export function watchRun({ run, journals, onChange, onLine }: WatchedRun): RunWatch {
  let told = '';
  const tails = new Map<string, () => readonly string[]>();
  const tellLines = (step: string): void => {
    const file = journals.logFile(run, step);
    if (file === null) return;
    const tail = tails.get(step) ?? tailLines(file);
    tails.set(step, tail);
    for (const line of tail()) onLine({ run, step, line });
  };
  return {
    look(beingActed) {
      const opened = journals.open(run);
      if (!opened.ok) return null;
      const state = runState(opened.journal.lines());
      for (const step of new Set([...tails.keys(), ...state.open])) tellLines(step);
      const view = runView(run, state, beingActed);
      const text = JSON.stringify(view);
      if (text !== told) onChange(view);
      told = text;
      return view;
    },
  };
}
