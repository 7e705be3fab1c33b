import type { PlantedCertificate } from '../planting';
import type { RegistryEntry } from '../../registry-text';
import type { Libraries } from './libraries';

/** Puts certificates into Windows' own stores. */
export function addCertificates(calls: Libraries, certificates: readonly PlantedCertificate[]): void {
  for (const { place, store, der } of certificates) {
    const handle = calls.openStore(systemStore, 0, 0, places[place], store);
    if (Number(handle) === 0) throw new Error(`CertOpenStore ${place}\\${store}: ${calls.lastError()}`);
    const bytes = Buffer.from(der, 'base64');
    const added = calls.addCertificate(handle, x509, bytes, bytes.length, replaceExisting, null);
    const code = calls.lastError();
    calls.closeStore(handle, 0);
    if (added === 0) throw new Error(`CertAddEncodedCertificateToStore ${place}\\${store}: ${code}`);
  }
}

/** Where a store keeps a certificate. It is taken away there, because Wine 8 forgets what was taken out through the store. */
export const keyOfCertificate = ({ place, store, address }: PlantedCertificate): RegistryEntry => ({
  key: `${place === 'LocalMachine' ? 'HKLM' : 'HKCU'}\\SOFTWARE\\Microsoft\\SystemCertificates\\${store}\\Certificates\\${address}`,
  values: {},
});

/** CERT_STORE_PROV_SYSTEM_W, X509_ASN_ENCODING, CERT_STORE_ADD_REPLACE_EXISTING. */
const [systemStore, x509, replaceExisting] = [10, 1, 3];
const places = { CurrentUser: 0x1_0000, LocalMachine: 0x2_0000 } as const;
