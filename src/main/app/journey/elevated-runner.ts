import type { JournalStore } from '../../core/execution/journal';
import { runState } from '../../core/execution/read-journal';
import type { Language } from '../../core/knowledge/knowledge';
import type { Plan } from '../../core/planning/plan';
import type { RunView } from '../../../preload/contract/requests';
import { applyArguments, resumeArguments, undoArguments, type CommandWords } from './apply-arguments';
import { refusalFromEnd } from './refusal-from-end';
import { runView } from './run-view';
import { refused, type Runner, type Starting, type Tell } from './runner';
import type { Command, Ended } from './start-detached';
import { watchRun } from './watch-run';

export type Elevation =
  | {
      readonly ok: true;
      readonly command: Command;
      readonly whyNotStarted: (exitCode: number) => 'elevation-denied' | 'elevation-unavailable' | null;
    }
  | { readonly ok: false; readonly reason: string; readonly detail: string | null };

export interface ElevatedRunnerTools {
  readonly journals: JournalStore;
  /** Whether any process is acting on this computer's journals. */
  readonly isLockHeld: () => boolean;
  /** Our command line with these words, started through the system's own prompt. */
  readonly elevated: (words: readonly string[]) => Elevation;
  readonly startDetached: (command: Command) => { readonly ended: Promise<Ended> };
  readonly wait: (ms: number) => { readonly done: Promise<void> };
  readonly language: () => Language;
  readonly tell: Tell;
}

const betweenLooksMs = 250;

/**
 * Carries plans out on this computer, through the elevated command line. It is told the digest that was agreed to and makes its own
 * scan and plan; what it does is read from its journal. It is never ended by us.
 */
export function elevatedRunner(tools: ElevatedRunnerTools): Runner & { readonly adopt: () => void } {
  const { journals, tell } = tools;
  let active: string | null = null;
  let isStarting = false;

  async function begin(words: CommandWords, plan: Plan | null, findRun: () => string | null): Promise<Starting> {
    if (isStarting || active !== null || tools.isLockHeld()) return refused('somebody-else', active);
    if (!words.ok) return refused('plan-differs', words.reason);
    const elevation = tools.elevated(words.words);
    if (!elevation.ok) return refused(elevation.reason, elevation.detail);
    isStarting = true;
    const end: { value: Ended | null } = { value: null };
    const over = tools.startDetached(elevation.command).ended.then((value) => {
      end.value = value;
    });
    try {
      for (;;) {
        // Asked before looking: what was written just before the end must still be found.
        const ended = end.value;
        const run = findRun();
        const view = run === null ? null : follow(run, () => end.value === null);
        if (view !== null) return { ok: true, run: view };
        if (ended !== null) return refusalFromEnd(ended, elevation.whyNotStarted, plan);
        await Promise.race([over, tools.wait(betweenLooksMs).done]);
      }
    } finally {
      isStarting = false;
    }
  }

  /** Tells what happens in a run until nobody carries it out any more. Gives the run as it stands, or null when it cannot be read yet. */
  function follow(run: string, isActed: () => boolean): RunView | null {
    const watch = watchRun({
      run,
      journals,
      onChange: (view) => tell('run:changed', view),
      onLine: (line) => tell('run:line', line),
    });
    const first = watch.look(isActed());
    if (first === null) return null;
    active = run;
    const goOn = async (): Promise<void> => {
      while (isActed()) {
        await tools.wait(betweenLooksMs).done;
        watch.look(isActed());
      }
      active = null;
      watch.look(false);
    };
    void goOn();
    return first;
  }

  /** Putting back is short and ends by itself: what it did is read from the journal once it has ended. */
  async function undo(run: string, items: readonly string[] | null): Promise<Starting> {
    if (isStarting || active !== null || tools.isLockHeld()) return refused('somebody-else', active);
    const words = undoArguments(run, items, tools.language());
    if (!words.ok) return refused('no-such-run', words.reason);
    const elevation = tools.elevated(words.words);
    if (!elevation.ok) return refused(elevation.reason, elevation.detail);
    isStarting = true;
    try {
      const linesBefore = linesIn(journals, run);
      const ended = await tools.startDetached(elevation.command).ended;
      const opened = journals.open(run);
      const isDone = opened.ok && opened.journal.lines().length > linesBefore;
      return isDone
        ? { ok: true, run: runView(run, runState(opened.journal.lines()), false) }
        : refusalFromEnd(ended, elevation.whyNotStarted, null);
    } finally {
      isStarting = false;
    }
  }

  return {
    undo,
    start(plan) {
      const known = new Set(journals.runs());
      return begin(applyArguments(plan.digest, plan.choices, tools.language()), plan, () => {
        const run = journals.runs().find((id) => !known.has(id)) ?? null;
        return run !== null && digestOf(journals, run) === plan.digest ? run : null;
      });
    },
    resume(run) {
      const linesBefore = linesIn(journals, run);
      return begin(resumeArguments(run, tools.language()), null, () =>
        linesIn(journals, run) > linesBefore ? run : null,
      );
    },
    activeRun: () => active,
    /** Follows a run that goes on although the window that started it was closed. */
    adopt() {
      const run = journals.runs()[0];
      if (run !== undefined && active === null && tools.isLockHeld()) follow(run, tools.isLockHeld);
    },
  };
}

function digestOf(journals: JournalStore, run: string): string | null {
  const opened = journals.open(run);
  return opened.ok ? runState(opened.journal.lines()).started.plan.digest : null;
}

function linesIn(journals: JournalStore, run: string): number {
  const opened = journals.open(run);
  return opened.ok ? opened.journal.lines().length : 0;
}
