import type { StoreApi } from 'zustand/vanilla';
import type { OfframpApi, Reply, Request, RequestInput } from '../../preload/contract/requests';
import type { JourneyState } from './journey-state';

/** What every part of the journey is given. */
export interface JourneyTools {
  readonly api: OfframpApi;
  readonly store: StoreApi<JourneyState>;
  readonly now: () => Date;
}

/** Asks about the computer that is chosen; null when another one was chosen before the answer came. */
export async function askAboutChosen<R extends Request>(
  { api, store }: JourneyTools,
  name: R,
  input: RequestInput<R>,
): Promise<Reply<R> | null> {
  const { generation } = store.getState();
  const reply = await api.request(name, input);
  return store.getState().generation === generation ? reply : null;
}
