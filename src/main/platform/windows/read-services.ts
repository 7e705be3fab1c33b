import { existsSync } from 'node:fs';
import { ok, type Answer } from '../../core/machine/answer';
import type { Service } from '../../core/machine/shapes';
import type { WindowsService } from './native/services';
import type { WindowsNative } from './native/open-native';
import { answerFrom } from './answer-from';
import { programIn } from './program-in';

/** Services and drivers by the service manager, each with its program and whether that is still on the disk. */
export function readServices({ services }: WindowsNative): Answer<Service[]> {
  const reading = services.list();
  if (reading.status !== 'ok') return answerFrom(reading);
  return ok(reading.value.map((service) => serviceOf(service)));
}

function serviceOf(service: WindowsService): Service {
  const config = service.config.status === 'ok' ? service.config.value : null;
  const executable = config === null ? null : programIn(config.imagePath, process.env);
  return {
    name: service.name,
    kind: service.kind === 'service' ? 'service' : 'driver',
    displayName: service.displayName,
    state:
      service.state === 'running' || service.state === 'stopped' || service.state === 'unknown'
        ? service.state
        : 'other',
    startsBySelf: config !== null && ['boot', 'system', 'automatic'].includes(config.startType),
    executable,
    executableExists: executable === null ? null : existsSync(executable),
    definedIn: `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${service.name}`,
  };
}
