import { contextBridge, ipcRenderer } from 'electron';
import { eventChannel, requestChannel } from './channels';
import type { EventName, OfframpApi, Reply, Request } from './contract/requests';

/**
 * All that the page gets: names from the contract and plain values. What a value must look like is checked on the main side; the
 * names are checked here too, so that not even a wrong one travels. Electron's own event object stays here.
 */
const requestNames = {
  'app:facts': true,
  'settings:read': true,
  'settings:write': true,
  'computers:list': true,
  'computers:choose': true,
  'scan:run': true,
  'plan:make': true,
  'alternatives:rank': true,
  'run:start': true,
  'run:resume': true,
  'run:undo': true,
  'runs:list': true,
  'verify:run': true,
  'report:make': true,
  'report:save': true,
  'link:open': true,
} as const satisfies Record<Request, true>;

const eventNames = { 'scan:probe': true, 'run:changed': true, 'run:line': true } as const satisfies Record<
  EventName,
  true
>;

const api: OfframpApi = {
  async request<R extends Request>(name: R, input: unknown): Promise<Reply<R>> {
    if (!Object.hasOwn(requestNames, name)) return { ok: false, reason: 'bad-request', detail: 'no such request' };
    try {
      return (await ipcRenderer.invoke(requestChannel, { name, input })) as Reply<R>;
    } catch {
      // What cannot be copied to another process cannot be a request, and an answer always comes as a value.
      return { ok: false, reason: 'bad-request', detail: 'the request could not be sent' };
    }
  },
  on(name, listener) {
    if (!Object.hasOwn(eventNames, name)) throw new TypeError('no such event');
    const forward = (_event: unknown, message: { readonly name: string; readonly payload: never }): void => {
      if (message.name === name) listener(message.payload);
    };
    ipcRenderer.on(eventChannel, forward);
    return () => void ipcRenderer.off(eventChannel, forward);
  },
};

contextBridge.exposeInMainWorld('offramp', api);
