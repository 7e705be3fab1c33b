import type { Certificate } from '../../core/machine/shapes';
import { certificateFrom } from './certificate-from';
import { sqliteTable } from './sqlite-table';

/**
 * The authorities in an NSS database (`cert9.db`), read from the file's bytes: what a person added and what their browser keeps, trusted or
 * not. A person's own certificates carry that person's name and are left out.
 *
 * Blind spots: a change that still lies in a journal beside the file, and databases of the older `cert8.db` kind.
 */
export function nssCertificates(database: Buffer, store: string): readonly Certificate[] {
  const found = new Map<string, Certificate>();
  for (const row of sqliteTable(database, 'nssPublic')) {
    for (const column of row) {
      if (!Buffer.isBuffer(column) || !looksLikeDer(column)) continue;
      const read = certificateFrom(column, store);
      if (read === null || !(read.isAuthority || read.certificate.selfSigned)) continue;
      found.set(read.certificate.thumbprint, read.certificate);
    }
  }
  return [...found.values()];
}

/** A sequence whose length stands in one or two bytes of its own; names and keys pass too and are no certificates to the parser. */
const looksLikeDer = (bytes: Buffer): boolean =>
  bytes.length >= 100 && bytes[0] === 0x30 && (bytes[1] === 0x82 || bytes[1] === 0x81);
