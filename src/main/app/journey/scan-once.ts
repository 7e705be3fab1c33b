import type { Scan } from '../../core/matching/scan';
import type { Finding, ProbeRecord } from '../../core/probing/finding';
import type { EventPayload } from '../../../preload/contract/requests';

type ProbeEvent = EventPayload<'scan:probe'>;

export interface JoinableScan {
  /** Starts looking before anybody asks. Does nothing when a scan is already waiting to be joined. */
  begin(): void;
  /** The running or waiting scan, else a new one. What it saw until now is told at once, in its order. */
  join(): Promise<Scan>;
  /** Says nothing more: another computer was chosen. */
  abandon(): void;
}

interface Running {
  readonly result: Promise<Scan>;
  /** Told to nobody yet; null once somebody listens. */
  held: ProbeEvent[] | null;
}

/** One scan at a time, which may start before the page is there to hear of it. */
export function scanOnce(
  scan: (onProbe: (probe: ProbeRecord, found: readonly Finding[]) => void) => Promise<Scan>,
  tell: (event: ProbeEvent) => void,
): JoinableScan {
  let running: Running | null = null;
  let isAbandoned = false;

  const start = (): Running => {
    const held: ProbeEvent[] = [];
    const result = scan((probe, found) => {
      const event = { probe, found: found.length };
      if (isAbandoned) return;
      if (begun.held === null) tell(event);
      else begun.held.push(event);
    });
    const begun: Running = { result, held };
    // Whoever joins hears of a failure; until then it must not end the program.
    result.catch(() => undefined);
    return begun;
  };

  return {
    begin() {
      running ??= start();
    },
    async join() {
      const joined = (running ??= start());
      const held = joined.held ?? [];
      joined.held = null;
      for (const event of held) tell(event);
      try {
        return await joined.result;
      } finally {
        if (running === joined) running = null;
      }
    },
    abandon() {
      isAbandoned = true;
    },
  };
}
