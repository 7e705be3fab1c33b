import fs from 'node:fs';
import { inRoot } from '../setup/paths.mjs';
import { canonicalJson } from './canonical-json.mjs';
import { readComputers, readKnowledge } from './read-assets.mjs';
import { publicPem, signatureOf, signingKey } from './signing-key.mjs';

/**
 * What every build carries inside itself, made from assets/ as they are now. Same assets and key, same values.
 * @returns {{ knowledgeText: string, knowledgeSignature: string, publicKeyPem: string, computersText: string, version: string }}
 */
export function embeddedValues(assetsDir = inRoot('assets')) {
  const key = signingKey();
  const knowledgeText = canonicalJson(readKnowledge(assetsDir));
  return {
    knowledgeText,
    knowledgeSignature: signatureOf(knowledgeText, key),
    publicKeyPem: publicPem(key),
    computersText: canonicalJson(readComputers(assetsDir)),
    version: JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8')).version,
  };
}
