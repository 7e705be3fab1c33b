import { ok, type Answer } from '../../core/machine/answer';
import type { Connectivity } from '../../core/machine/condition-shapes';
import { answerFrom } from './answer-from';
import type { NetworkAdapter } from './native/adapters';
import type { WindowsNative } from './native/open-native';

/** Whether this computer reaches its own network, by the system's tables. Nothing is sent. */
export function readConnectivity({ adapters }: WindowsNative): Answer<Connectivity> {
  const listed = adapters.list();
  return listed.status === 'ok' ? ok(connectivityOf(listed.value)) : answerFrom(listed);
}

export function connectivityOf(adapters: readonly NetworkAdapter[]): Connectivity {
  const outward = adapters.filter(({ loopback }) => !loopback);
  return {
    addressed: outward.some(({ addresses }) => addresses.some(reachesOthers)),
    gateway: outward.some(({ gateways }) => gateways.length > 0),
    nameServers: outward.some(({ nameServers }) => nameServers.some((address) => !deprecated.test(address))),
  };
}

/** Neither this computer itself nor an address it gave itself because nobody answered. */
const reachesOthers = (address: string): boolean =>
  !/^(127\.|169\.254\.|0\.0\.0\.0$|0:0:0:0:0:0:0:[01]$|fe[89ab])/i.test(address);

/** Windows fills these in where no name server is known. */
const deprecated = /^fec0:0:0:ffff:/i;
