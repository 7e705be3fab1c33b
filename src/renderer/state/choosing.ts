import type { Scan } from '../../main/core/matching/scan';
import type { Needs } from './journey-state';
import { askAboutChosen, type JourneyTools } from './journey-tools';

/** Ranks what could protect this computer instead. */
export function choosing(tools: JourneyTools) {
  const { store } = tools;
  let asked = 0;
  let told = false;

  async function rank(): Promise<void> {
    const mine = ++asked;
    store.setState(({ ranking }) => ({
      ranking: {
        phase: 'busy',
        previous: ranking.phase === 'found' ? ranking.ranking : ranking.phase === 'busy' ? ranking.previous : null,
      },
    }));
    const reply = await askAboutChosen(tools, 'alternatives:rank', store.getState().needs);
    if (reply === null || mine !== asked) return;
    store.setState({
      ranking: reply.ok ? { phase: 'found', ranking: reply.value } : { phase: 'failed', detail: reply.detail },
    });
  }

  return {
    /** Needs come ticked from what was found, until the person says otherwise. */
    suggestNeeds(scan: Scan): Promise<void> {
      if (!told)
        store.setState(({ needs }) => ({ needs: { ...needs, audience: isAtWork(scan) ? 'small-business' : 'home' } }));
      return rank();
    },
    setNeeds(needs: Needs): Promise<void> {
      told = true;
      store.setState({ needs });
      return rank();
    },
  };
}

const isAtWork = ({ machine, detections }: Scan): boolean =>
  machine.role === 'server' || detections.some(({ family }) => family === 'business');
