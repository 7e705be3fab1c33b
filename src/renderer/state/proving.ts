import type { RequestInput } from '../../preload/contract/requests';
import { askAboutChosen, type JourneyTools } from './journey-tools';

/** Looks again and judges, and saves the proof. */
export function proving(tools: JourneyTools) {
  const { store } = tools;
  return {
    /** The new look is also the newest answer of Check. */
    async verify(run: string | null, { quietly = false } = {}): Promise<void> {
      if (!quietly) store.setState({ proof: { phase: 'looking' }, saving: { phase: 'idle' } });
      const reply = await askAboutChosen(tools, 'verify:run', { run });
      if (reply === null) return;
      if (!reply.ok) return store.setState({ proof: { phase: 'failed', detail: reply.detail } });
      store.setState({
        proof: { phase: 'done', verification: reply.value },
        check: { phase: 'found', scan: reply.value },
      });
    },

    async save(run: string | null, format: RequestInput<'report:save'>['format']): Promise<void> {
      store.setState({ saving: { phase: 'saving' } });
      const reply = await askAboutChosen(tools, 'report:save', { run, format });
      if (reply === null) return;
      if (!reply.ok) return store.setState({ saving: { phase: 'failed', detail: reply.detail } });
      const { savedAs } = reply.value;
      store.setState({ saving: savedAs === null ? { phase: 'cancelled' } : { phase: 'saved', savedAs } });
    },
  };
}
