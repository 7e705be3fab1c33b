import type { Koffi } from './load-koffi';
import { read, type Reading } from './reading';
import { bindServiceCalls, type ServiceCalls } from './service-calls';
import { readServiceConfig, type ServiceConfig } from './service-config';
import { readServiceStates, type ServiceState } from './service-states';

/** One service or driver. The list may be read by everybody; a configuration can be denied service by service. */
export interface WindowsService extends ServiceState {
  readonly config: Reading<ServiceConfig>;
}

/** Reads only: the service manager is opened with the rights to connect and to list, services with the right to be read. */
export interface NativeServices {
  /** All services and drivers the service manager knows, running or not, in its order. */
  list(): Reading<readonly WindowsService[]>;
}

export function bindServices(koffi: Koffi): NativeServices {
  const calls = bindServiceCalls(koffi);
  return { list: () => calls.withManager((manager) => listServices(calls, manager)) };
}

function listServices(calls: ServiceCalls, manager: bigint): Reading<readonly WindowsService[]> {
  const states = readServiceStates(calls, manager);
  if (states.status !== 'ok') return states;
  return read(states.value.map((state) => ({ ...state, config: readServiceConfig(calls, manager, state.name) })));
}
