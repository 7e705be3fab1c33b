import { X509Certificate } from 'node:crypto';
import type { MachineFile } from '../../../../../src/main/core/machine/machine-file';
import { makeCertificate } from '../make-certificate';
import type { Planting } from '../planting';
import { recordedList } from '../recording';

/** Real certificates with the recorded names, signed by themselves or by another key as recorded. */
export function certificates(file: MachineFile): Partial<Planting> {
  return {
    certificates: recordedList(file, 'certificates').flatMap(({ store, subject, selfSigned, expiresOn }) => {
      const [place, name] = store.split('\\');
      if ((place !== 'LocalMachine' && place !== 'CurrentUser') || name === undefined) return [];
      const der = makeCertificate({ subject, selfSigned, expiresOn });
      const address = new X509Certificate(der).fingerprint.replaceAll(':', '');
      return [{ place, store: name, der: der.toString('base64'), address }];
    }),
  };
}
