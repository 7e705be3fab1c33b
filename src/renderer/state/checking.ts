import type { EventPayload } from '../../preload/contract/requests';
import type { Scan } from '../../main/core/matching/scan';
import { askAboutChosen, type JourneyTools } from './journey-tools';

/** Looks at the chosen computer. `whenFound` gets every result on which the rest of the journey can be built. */
export function checking(tools: JourneyTools, whenFound: (scan: Scan) => void) {
  const { store } = tools;
  let looks = 0;
  return {
    /** Looks (again); `quietly` keeps what is shown until the new result is there. */
    async look({ quietly = false } = {}): Promise<void> {
      const mine = ++looks;
      if (!quietly) store.setState({ check: { phase: 'looking', ticked: [] } });
      const reply = await askAboutChosen(tools, 'scan:run', {});
      if (reply === null || mine !== looks) return;
      if (!reply.ok) return store.setState({ check: { phase: 'failed', detail: reply.detail } });
      store.setState({ check: { phase: 'found', scan: reply.value } });
      whenFound(reply.value);
    },

    /** A probe answered. Reports that come before we asked or after the result say nothing new. */
    takeProbe({ probe, found }: EventPayload<'scan:probe'>): void {
      const { check } = store.getState();
      if (check.phase !== 'looking') return;
      const others = check.ticked.filter((ticked) => ticked.probe.id !== probe.id);
      store.setState({ check: { phase: 'looking', ticked: [...others, { probe, found }] } });
    },
  };
}
