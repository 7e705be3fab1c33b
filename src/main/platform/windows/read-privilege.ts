import { ok, type Answer } from '../../core/machine/answer';
import type { Privilege } from '../../core/machine/shapes';
import type { WindowsNative } from './native/open-native';
import { answerFrom } from './answer-from';

/** Whether this process may change the computer. UAC is always there to ask with. */
export function readPrivilege({ system }: WindowsNative): Answer<Privilege> {
  const reading = system.read();
  if (reading.status !== 'ok') return answerFrom(reading);
  const { elevation } = reading.value;
  return elevation.status === 'ok' ? ok({ elevated: elevation.value.elevated, prompt: 'uac' }) : answerFrom(elevation);
}

/** Whether this process may change the computer; false when Windows does not say. */
export function isElevated({ system }: WindowsNative): boolean {
  const reading = system.read();
  return reading.status === 'ok' && reading.value.elevation.status === 'ok' && reading.value.elevation.value.elevated;
}
