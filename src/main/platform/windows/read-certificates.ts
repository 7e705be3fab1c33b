import { ok, type Answer } from '../../core/machine/answer';
import type { Certificate } from '../../core/machine/shapes';
import type { WindowsNative } from './native/open-native';
import { answerFrom } from './answer-from';

const places = [
  ['local-machine', 'LocalMachine\\Root'],
  ['current-user', 'CurrentUser\\Root'],
] as const;

/** The root certificates this computer and this person trust. */
export function readCertificates({ certificates }: WindowsNative): Answer<Certificate[]> {
  const found: Certificate[] = [];
  for (const [place, store] of places) {
    const reading = certificates.list(place, 'Root');
    if (reading.status === 'absent') continue;
    if (reading.status !== 'ok') return answerFrom(reading);
    found.push(...reading.value.map((certificate) => ({ ...certificate, store })));
  }
  return ok(found);
}
