import type * as z from 'zod';
import { eventChannel } from '../../../preload/channels';
import { events } from '../../../preload/contract/requests';
import type { Tell } from '../journey/runner';

/** The page, as far as it can be told something. Null while there is none. */
export interface Listener {
  send(channel: string, message: unknown): void;
}

/** Tells the page; what does not fit the contract is not sent, and logged. */
export function tellPage(page: () => Listener | null, log: (line: string) => void): Tell {
  return (name, payload) => {
    const parsed = (events[name] as z.ZodType<unknown>).safeParse(payload);
    if (parsed.success) page()?.send(eventChannel, { name, payload: parsed.data });
    else log(`event not sent: ${name} does not fit the contract`);
  };
}
