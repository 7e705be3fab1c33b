import type { OfframpApi } from '../../preload/contract/requests';

declare global {
  interface Window {
    readonly offramp?: OfframpApi;
  }
}

/**
 * What the main process offers to this page, or null when the page was opened outside Offramp. A call that breaks on its way
 * becomes an ordinary `failed` answer: nobody behind the bridge has to catch anything.
 */
export function findOfframp(page: Pick<Window, 'offramp'>): OfframpApi | null {
  const api = page.offramp;
  if (api === undefined) return null;
  return {
    on: (name, listener) => api.on(name, listener),
    async request(name, input) {
      try {
        return await api.request(name, input);
      } catch (error) {
        return { ok: false, reason: 'failed', detail: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
