import { ok, type Answer } from '../../core/machine/answer';
import type { Minifilter } from '../../core/machine/condition-shapes';
import { answerFrom } from './answer-from';
import type { WindowsNative } from './native/open-native';
import { textOf } from './registry-data';

/**
 * File-system filters that services register, each by its default instance, and whether it is loaded now. The list of the loaded
 * ones is for administrators: without it that part is null.
 */
export function readMinifilters({ registry, filters }: WindowsNative): Answer<Minifilter[]> {
  const services = registry.readKey('HKLM', place, 64);
  if (services.status !== 'ok') return answerFrom(services);
  const loaded = filters.loaded();
  const names = loaded.status === 'ok' ? new Set(loaded.value.map((name) => name.toLowerCase())) : null;
  const registered = services.value.subkeys.flatMap((name) => {
    const path = `${place}\\${name}\\Instances`;
    const instances = registry.readKey('HKLM', path, 64);
    if (instances.status !== 'ok') return [];
    const instance = textOf(instances.value.values, 'DefaultInstance') ?? instances.value.subkeys[0] ?? null;
    const key = instance === null ? null : registry.readKey('HKLM', `${path}\\${instance}`, 64);
    const altitude = key?.status === 'ok' ? textOf(key.value.values, 'Altitude') : null;
    return [{ name, altitude, loaded: names === null ? null : names.has(name.toLowerCase()) }];
  });
  const known = new Set(registered.map(({ name }) => name.toLowerCase()));
  const others = loaded.status === 'ok' ? loaded.value.filter((name) => !known.has(name.toLowerCase())) : [];
  return ok([...registered, ...others.map((name) => ({ name, altitude: null, loaded: true }))]);
}

const place = 'SYSTEM\\CurrentControlSet\\Services';
