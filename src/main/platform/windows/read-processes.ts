import { ok, type Answer } from '../../core/machine/answer';
import type { Process } from '../../core/machine/shapes';
import type { WindowsNative } from './native/open-native';
import { answerFrom } from './answer-from';

/** What runs now. Self-defence may hide the path of a product's own program; it is then null, which is no sign of tampering. */
export function readProcesses({ processes }: WindowsNative): Answer<Process[]> {
  const reading = processes.list();
  return reading.status === 'ok'
    ? ok(reading.value.map(({ pid, name, executable }) => ({ pid, name, executable })))
    : answerFrom(reading);
}
