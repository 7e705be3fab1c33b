import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildWindowsExecutable } from '../../../../scripts/build-windows-exe.mjs';
import { bundle } from '../../../support/command-line';
import { folderInside } from '../base-prefix';
import type { WineLab } from '../wine-lab';

/** Where the program lies once it is installed. */
const home = 'C:\\Program Files\\Offramp';
export const offramp = `${home}\\offramp.exe`;

/** Puts the single executable into Program Files, as the installer would. */
export async function installOfframp(lab: WineLab, executable: string): Promise<void> {
  await placeKoffiWithOwners(lab);
  await cp(executable, lab.hostPath(offramp));
}

/** Puts koffi into Offramp's folder, with `owners.cjs` between it and whoever loads it from there. */
export async function placeKoffiWithOwners(lab: WineLab): Promise<void> {
  const into = lab.hostPath(home);
  await mkdir(path.join(into, 'koffi'), { recursive: true });
  await cp(lab.hostPath(`${folderInside}\\koffi`), path.join(into, 'koffi-itself'), { recursive: true });
  await cp(path.join(import.meta.dirname, 'owners.cjs'), path.join(into, 'koffi', 'index.cjs'));
}

/** Builds the single executable in a folder of its own; `remove` takes it away again. */
export async function buildOfframp(): Promise<{ readonly file: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'offramp-windows-'));
  const file = path.join(folder, 'offramp.exe');
  await buildWindowsExecutable(bundle, file);
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}
