import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { rootDir } from '../setup/paths.mjs';

/**
 * One hash over the names and contents of files and folders (as deep as they go). Times do not count: a fresh checkout
 * or a `touch` builds nothing. What does not exist counts as not existing.
 */
export function fingerprint(places) {
  const hash = createHash('sha256');
  for (const file of places.flatMap(filesBelow).sort()) {
    const name = path.relative(rootDir, file);
    hash.update(`${name}\0`).update(createHash('sha256').update(fs.readFileSync(file)).digest());
  }
  return hash.digest('hex');
}

function filesBelow(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [place];
  const names = fs.readdirSync(place).filter((name) => name !== 'node_modules');
  return names.flatMap((name) => filesBelow(path.join(place, name)));
}
