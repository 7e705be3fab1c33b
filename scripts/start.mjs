#!/usr/bin/env node
// npm start [-- ARGUMENTS]: Offramp from this checkout. With a display the window, without one the same in the terminal.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './build/build.mjs';
import { electronEnvironment, findElectron } from './setup/electron-runtime.mjs';
import { inRoot, rootDir } from './setup/paths.mjs';
import { sayTo } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

// "A product is installed", "only leftovers" and "inconclusive" are answers of a scan that worked.
const ANSWERS = new Set([0, 3, 4, 8]);
const WINDOW_ONLY = new Set(['--technician']);

const say = sayTo(process.stdout);
const words = process.argv.slice(2);
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const ready = await setUp({ window: hasDisplay }, { say });
if (!ready.ok) process.exit(1);
const electron = hasDisplay && ready.lacks.window === undefined ? findElectron() : undefined;

if (electron === undefined) await startInTerminal();
else await startWindow(electron);

async function startWindow({ dir, binary, warning }) {
  if (warning !== undefined) say(warning);
  await buildOrStop(undefined);
  const switches = [];
  if (process.getuid?.() === 0) {
    say("Started as root: Chromium's own sandbox cannot be used and is switched off (--no-sandbox).");
    switches.push('--no-sandbox');
  }
  const env = { ...process.env, ...electronEnvironment({ dir, binary }) };
  process.exit(await run(path.join(dir, binary), [...switches, rootDir, ...words], env));
}

async function startInTerminal() {
  say(
    hasDisplay
      ? 'The window cannot be opened here: doing the same in the terminal.'
      : 'No display here: doing the same in the terminal.',
  );
  await buildOrStop(['knowledge', 'command line']);
  const forScan = words.filter((word) => !WINDOW_ONLY.has(word));
  const code = await run(process.execPath, [inRoot('dist/cli/offramp.cjs'), 'scan', ...forScan], process.env);
  process.exit(ANSWERS.has(code) ? 0 : code);
}

async function buildOrStop(only) {
  const built = await build({ only, say });
  if (!built.ok) process.exit(1);
}

function run(command, args, env) {
  process.on('SIGINT', () => {});
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env, cwd: process.env.INIT_CWD ?? process.cwd() });
    child.on('error', (error) => {
      say(`${command} does not start: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
