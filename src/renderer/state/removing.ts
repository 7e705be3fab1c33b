import type { EventPayload, Reply, RunView } from '../../preload/contract/requests';
import type { RemovalState, RunningStep } from './journey-state';
import { askAboutChosen, type JourneyTools } from './journey-tools';
import { laterView } from './later-view';

/** As much of a tool's own output as anybody reads on a page; all of it is in the run's folder. */
const linesKept = 200;

/** Carries out what was agreed, and watches. `whenEnded` is told once about each run that came to its end. */
export function removing(tools: JourneyTools, whenEnded: (view: RunView) => void) {
  const { store, now } = tools;
  const show = (removal: RemovalState): void => store.setState({ removal });

  function take(view: RunView): void {
    const { removal } = store.getState();
    const shown =
      (removal.phase === 'running' || removal.phase === 'ended') && removal.view.run === view.run ? removal : null;
    const lines = shown?.lines ?? [];
    if (isCutOff(view)) return show({ phase: 'interrupted', view });
    if (view.outcome === null) {
      return show({
        phase: 'running',
        view,
        step: runningStep(view, removal.phase === 'running' ? removal.step : null, now()),
        lines,
      });
    }
    show({ phase: 'ended', view, lines });
    if (shown?.phase !== 'ended') whenEnded(view);
  }

  /** Reports come in order and are believed, with two exceptions: another run's, and how a run stood before it was resumed. */
  function takeView(view: RunView): void {
    const { removal } = store.getState();
    if (removal.phase === 'running' && removal.view.run !== view.run) return;
    if (removal.phase === 'asking' && removal.resuming?.run === view.run && (view.outcome !== null || isCutOff(view)))
      return;
    take(view);
  }

  /** An answer may come later than reports that know more. */
  function takeAnswer(view: RunView): void {
    const { removal } = store.getState();
    const shown = removal.phase === 'running' || removal.phase === 'ended' ? removal.view : null;
    take(shown?.run === view.run ? laterView(shown, view) : view);
  }

  function settle(reply: Reply<'run:start' | 'run:resume'> | null, resuming: RunView | null): void {
    if (reply === null) return;
    if (!reply.ok) return show({ phase: 'failed', detail: reply.detail, resuming });
    if (reply.value.ok) takeAnswer(reply.value.run);
    else show({ phase: 'refused', refusal: reply.value.refusal, resuming });
  }

  return {
    /** Agrees to the plan that is shown. While the computer is looked at or the plan made anew there is nothing to agree to. */
    async start(): Promise<void> {
      const { check, plan, removal } = store.getState();
      if (
        check.phase !== 'found' ||
        plan.phase !== 'ready' ||
        removal.phase === 'asking' ||
        removal.phase === 'running'
      )
        return;
      show({ phase: 'asking', resuming: null });
      settle(await askAboutChosen(tools, 'run:start', { digest: plan.plan.digest }), null);
    },

    async resume(view: RunView): Promise<void> {
      const { phase } = store.getState().removal;
      if (phase === 'asking' || phase === 'running') return;
      show({ phase: 'asking', resuming: view });
      settle(await askAboutChosen(tools, 'run:resume', { run: view.run }), view);
    },

    takeView,

    takeLine({ run, line }: EventPayload<'run:line'>): void {
      const { removal } = store.getState();
      if (removal.phase !== 'running' || removal.view.run !== run) return;
      show({ ...removal, lines: [...removal.lines, line].slice(-linesKept) });
    },

    /** After a start of the program: what the newest run left open is offered again, one that is still going is watched. */
    adopt(runs: readonly RunView[]): void {
      const newest = [...runs].sort((a, b) => b.startedAt.localeCompare(a.startedAt))[0];
      if (newest === undefined || newest.outcome === 'done' || store.getState().removal.phase !== 'idle') return;
      if (newest.outcome !== null) return show({ phase: 'ended', view: newest, lines: [] });
      take(newest);
    },
  };
}

/** Nobody carries it out any more, and it has no end. */
const isCutOff = ({ outcome, steps }: RunView): boolean =>
  outcome === null && steps.some(({ state }) => state === 'interrupted');

function runningStep({ steps }: RunView, before: RunningStep | null, now: Date): RunningStep | null {
  const running = steps.find(({ state }) => state === 'running');
  if (running === undefined) return null;
  return before?.id === running.id ? before : { id: running.id, since: running.at ?? now.toISOString() };
}
