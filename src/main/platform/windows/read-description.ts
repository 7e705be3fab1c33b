import { createHash } from 'node:crypto';
import { ok, type Answer } from '../../core/machine/answer';
import type { MachineDescription } from '../../core/machine/shapes';
import type { WindowsNative } from './native/open-native';
import { answerFrom } from './answer-from';

/** Which Windows this is. Windows 11 still calls itself 10 in the registry; its build number tells (22000 and above). */
export function readDescription({ system }: WindowsNative): Answer<MachineDescription> {
  const reading = system.read();
  if (reading.status !== 'ok') return answerFrom(reading);
  const { productName, displayVersion, build, revision, processor, machineGuid, productType } = reading.value;
  const name = (productName ?? 'Windows').replace(/^Windows 10/, build >= 22_000 ? 'Windows 11' : 'Windows 10');
  return ok({
    id:
      machineGuid === null
        ? 'unknown'
        : createHash('sha256').update(`offramp-machine:${machineGuid}`).digest('hex').slice(0, 32),
    platform: 'windows',
    os: displayVersion === null ? name : `${name} ${displayVersion}`,
    build: revision === null ? String(build) : `${build}.${revision}`,
    arch: processor,
    role: productType === 'workstation' ? 'workstation' : 'server',
  });
}
