import type { ProbeRecord } from '../probing/finding';
import type { Detection } from './detection';
import type { Scan } from './scan';

/**
 * The one word for a scan. Only Kaspersky's own products count: a `successor` (UltraAV) or somebody else's product with the
 * engine inside leaves it `clear`. "Clear" needs every required probe to have answered.
 */
export function judgeVerdict(detections: readonly Detection[], probes: readonly ProbeRecord[]): Scan['verdict'] {
  const ours = detections.filter(({ family }) => family !== 'successor' && family !== 'embedded');
  const sure = ours.filter(({ confidence }) => confidence !== 'possible');
  if (sure.some(({ state }) => state !== 'leftover')) return 'present';
  if (sure.length > 0) return 'leftovers';
  const blind = probes.some(({ required, status }) => required && status !== 'ok' && status !== 'absent');
  return ours.length > 0 || blind ? 'inconclusive' : 'clear';
}
