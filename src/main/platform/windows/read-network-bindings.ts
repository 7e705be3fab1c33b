import { ok, type Answer } from '../../core/machine/answer';
import type { NetworkBinding } from '../../core/machine/reach-shapes';
import { answerFrom } from './answer-from';
import type { WindowsNative } from './native/open-native';
import { textOf } from './registry-data';

/** Protocols, services and filters that Windows binds to network adapters. Adapters themselves name no component and are left out. */
export function readNetworkBindings({ registry }: WindowsNative): Answer<NetworkBinding[]> {
  const tree = registry.readTree('HKLM', network, 64, {
    depth: 3,
    maxKeys: 20_000,
    only: ['ComponentId', 'Description', 'Service'],
  });
  if (tree.status !== 'ok') return answerFrom(tree);
  const { keys, unread } = tree.value;
  const services = new Map(
    keys
      .filter(({ path }) => /\\Ndi$/i.test(path))
      .map(({ path, values }) => [path.slice(0, -'\\Ndi'.length).toLowerCase(), textOf(values, 'Service')]),
  );
  const bindings = keys.flatMap(({ path, values }) => {
    const componentId = textOf(values, 'ComponentId');
    if (componentId === null || componentId === '' || depthOf(path) !== 2) return [];
    const service = services.get(path.toLowerCase()) ?? null;
    return [
      { componentId, description: textOf(values, 'Description') ?? '', service: service === '' ? null : service },
    ];
  });
  const hole = unread[0];
  return bindings.length === 0 && hole !== undefined ? answerFrom(hole.why) : ok(bindings);
}

const depthOf = (path: string): number => path.slice(network.length).split('\\').length - 1;

const network = 'SYSTEM\\CurrentControlSet\\Control\\Network';
