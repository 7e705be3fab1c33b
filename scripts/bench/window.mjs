import path from 'node:path';
import { findElectron } from '../setup/electron-runtime.mjs';
import { inRoot, rootDir } from '../setup/paths.mjs';
import { withHiddenDisplay } from './hidden-display.mjs';
import { paired } from './paired.mjs';
import { ratioRow } from './rows.mjs';
import { runWindow } from './run-window.mjs';

const PAIRS = 5;

/** Start and idle memory of the window, against an empty window of the same Electron. */
export async function benchWindow({ folder }) {
  const electron = findElectron();
  if (electron === undefined) throw new Error('There is no Electron here');
  const memory = { ours: [], peer: [] };
  const measure = (side, app, display) => async () => {
    const { startMs, idleMb } = await runWindow({ electron, app, folder: path.join(folder, side), display });
    memory[side].push(idleMb);
    return startMs;
  };
  const start = await withHiddenDisplay((display) =>
    paired(PAIRS, measure('ours', rootDir, display), measure('peer', inRoot('test/bench/empty-window'), display)),
  );
  // The first of each is the one that does not count.
  const counted = { ours: memory.ours.slice(1), peer: memory.peer.slice(1) };
  const peerName = 'empty window';
  const notes = electron.warning === undefined ? [] : [`run with ${electron.warning.split(':')[0]}`];
  return [
    ratioRow({
      what: 'window, start to usable',
      ...start,
      peerName,
      atMost: 1.3,
      notes: [...notes, 'usable is after the first scan of this computer; the empty window scans nothing'],
    }),
    ratioRow({
      what: 'window, idle memory',
      ...counted,
      peerName,
      unit: 'MB',
      atMost: 1.3,
      notes: ['PSS of all processes'],
    }),
  ];
}
