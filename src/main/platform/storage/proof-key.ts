import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sealing } from '../../core/reporting/proof';

/**
 * Signs reports with a key of this account's own, made when the first report is. It says that a report was not changed since, and that this
 * account made it; it does not say who sat there. Null where no key can be kept.
 */
export function proofSealing(folder: string): Sealing | null {
  const own = readOrMake(folder);
  if (own === null) return null;
  return {
    sign: (text) => ({
      algorithm: 'ed25519',
      publicKey: publicPart(own),
      signature: sign(null, Buffer.from(text, 'utf8'), own).toString('base64'),
    }),
    isGenuine(text, { publicKey, signature }) {
      try {
        const theirs = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
        return (
          theirs.asymmetricKeyType === 'ed25519' &&
          verify(null, Buffer.from(text, 'utf8'), theirs, Buffer.from(signature, 'base64'))
        );
      } catch {
        return false;
      }
    },
    isOurs: (publicKey) => publicKey === publicPart(own),
  };
}

const publicPart = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');

function readOrMake(folder: string): KeyObject | null {
  const file = join(folder, 'proof-key.pem');
  try {
    return createPrivateKey(readFileSync(file, 'utf8'));
  } catch {
    // Not there yet, or not readable; a file that is there is never written over.
  }
  try {
    const { privateKey } = generateKeyPairSync('ed25519');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
    return privateKey;
  } catch {
    return null;
  }
}
