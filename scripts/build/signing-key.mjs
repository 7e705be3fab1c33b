import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../setup/paths.mjs';

/**
 * The key that signs the knowledge pack: OFFRAMP_SIGNING_KEY (PEM, Ed25519) for releases, else a development key made
 * once per checkout. A program trusts the key it was built with and no other, so a development build cannot read
 * released data and the other way round; that is meant.
 */
export function signingKey() {
  const pem = process.env.OFFRAMP_SIGNING_KEY || developmentKey(inRoot('.cache/signing/development-key.pem'));
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error(`The signing key must be Ed25519, not ${key.asymmetricKeyType}`);
  return key;
}

/** The public half as PEM (SPKI). */
export const publicPem = (key) => createPublicKey(key).export({ type: 'spki', format: 'pem' }).trim();

/** Base64 of the Ed25519 signature over exactly these bytes, with a final newline. */
export const signatureOf = (text, key) => `${sign(null, Buffer.from(text, 'utf8'), key).toString('base64')}\n`;

function developmentKey(file) {
  if (!fs.existsSync(file)) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    const own = `${file}.${process.pid}.new`;
    fs.writeFileSync(own, pem, { mode: 0o600 });
    // A link fails when the name is taken: of two builds at once, the first one's key counts for both.
    try {
      fs.linkSync(own, file);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    fs.rmSync(own);
  }
  return fs.readFileSync(file, 'utf8');
}
