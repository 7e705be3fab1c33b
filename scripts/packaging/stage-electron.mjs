import fs from 'node:fs';
import path from 'node:path';
import { cacheDir } from '../setup/paths.mjs';
import { readStamp, writeStamp } from '../setup/stamp.mjs';

/**
 * A copy of the Electron at hand for electron-builder: without the stand-in app of the registry's copy, which must not
 * ship, and apart from the original, because electron-builder may set the fuses in place.
 * @returns {string} the folder for `electronDist`
 */
export function stageElectron({ dir }) {
  const staged = path.join(cacheDir, 'electron-to-package');
  const stamp = `${staged}.json`;
  const version = fs.readFileSync(path.join(dir, 'version'), 'utf8');
  if (fs.existsSync(staged) && readStamp(stamp)?.from === dir && readStamp(stamp)?.version === version) return staged;
  fs.rmSync(staged, { recursive: true, force: true });
  const standIn = path.join(dir, 'resources/app');
  fs.cpSync(dir, staged, {
    recursive: true,
    filter: (file) => file !== standIn && path.basename(file) !== '.complete',
  });
  writeStamp(stamp, { from: dir, version });
  return staged;
}
