import { inRoot } from '../setup/paths.mjs';
import { writeReplacing } from '../setup/stamp.mjs';
import { embeddedValues } from './embedded-values.mjs';

/** Writes the signed knowledge pack, its signature and the simulated computers to dist/data. */
export async function buildKnowledge() {
  const values = embeddedValues();
  writeReplacing(inRoot('dist/data/knowledge.json'), values.knowledgeText);
  writeReplacing(inRoot('dist/data/knowledge.sig'), values.knowledgeSignature);
  writeReplacing(inRoot('dist/data/computers.json'), values.computersText);
}
