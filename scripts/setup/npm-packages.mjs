import fs from 'node:fs';
import { inRoot, rootDir } from './paths.mjs';
import { runWithProgress } from './run-with-progress.mjs';
import { readStamp, sha256, writeStamp } from './stamp.mjs';

/** The step that puts exactly the packages of package-lock.json into node_modules. */
export const npmPackages = {
  announce: () => [`npm packages (about 550 MB), as package-lock.json names them, into ${inRoot('node_modules')}`],

  /** True when this lock file has not been installed here. Needs no network. */
  isMissing() {
    const lock = fs.readFileSync(inRoot('package-lock.json'));
    if (readStamp(stampFile)?.lock === sha256(lock)) return false;
    if (!holdsEverything(JSON.parse(lock))) return true;
    writeStamp(stampFile, { lock: sha256(lock) });
    return false;
  },

  /** `npm ci`. No package's own install script is run: none of ours needs one, and some would download or compile. */
  async install({ say }) {
    const { command, args } = npmCommand(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']);
    const run = await runWithProgress({ label: 'npm ci', command, args, say, cwd: rootDir });
    if (!run.ok) return { ok: false, reason: `npm ci failed (exit ${run.code}).\n${lastLines(run.output, 12)}` };
    writeStamp(stampFile, { lock: sha256(fs.readFileSync(inRoot('package-lock.json'))) });
    return { ok: true };
  },
};

/** How to start npm itself: under `npm start` the very same npm, else the one on PATH. */
export function npmCommand(args) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js') && fs.existsSync(own)) return { command: process.execPath, args: [own, ...args] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args };
}

/** The last lines of a program's output, for a failure message. */
export const lastLines = (text, count) => text.trimEnd().split('\n').slice(-count).join('\n');

const stampFile = inRoot('node_modules/.cache/offramp/npm-packages.json');

// npm leaves its own record of what it installed. Optional packages of other systems are rightly absent.
function holdsEverything(lock) {
  const installed = readStamp(inRoot('node_modules/.package-lock.json'))?.packages;
  if (installed === undefined) return false;
  return Object.entries(lock.packages).every(
    ([where, entry]) => where === '' || entry.optional || installed[where]?.version === entry.version,
  );
}
