import { askAboutChosen, type JourneyTools } from './journey-tools';
import type { UndoState } from './journey-state';

/** What was done on this computer, and how it is put back. */
export function history(tools: JourneyTools) {
  const { store } = tools;

  const showUndo = (undo: UndoState): void =>
    store.setState(({ history: shown }) => (shown.phase === 'found' ? { history: { ...shown, undo } } : {}));

  return {
    async read(): Promise<void> {
      store.setState({ history: { phase: 'busy' } });
      const reply = await askAboutChosen(tools, 'runs:list', {});
      if (reply === null) return;
      store.setState({
        history: reply.ok
          ? { phase: 'found', runs: reply.value, undo: { phase: 'idle' } }
          : { phase: 'failed', detail: reply.detail },
      });
    },

    /** One at a time: the system asks for its permission once for each. */
    async undo(run: string, item: string | null): Promise<void> {
      const { history: shown } = store.getState();
      if (shown.phase !== 'found' || shown.undo.phase === 'undoing') return;
      showUndo({ phase: 'undoing', run });
      const reply = await askAboutChosen(tools, 'run:undo', { run, items: item === null ? null : [item] });
      if (reply === null) return;
      if (!reply.ok) return showUndo({ phase: 'failed', run, detail: reply.detail });
      if (!reply.value.ok) return showUndo({ phase: 'refused', run, refusal: reply.value.refusal });
      const { run: view } = reply.value;
      store.setState(({ history: now }) =>
        now.phase === 'found'
          ? {
              history: {
                phase: 'found',
                runs: now.runs.map((known) => (known.run === view.run ? view : known)),
                undo: { phase: 'idle' },
              },
            }
          : {},
      );
    },
  };
}
