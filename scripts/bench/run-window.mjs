import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inRoot } from '../setup/paths.mjs';
import { memoryOfTree } from './process-memory.mjs';

const LIMIT_MS = 30_000;
const SETTLE_MS = 4_000;

// As the tests of the window start it; a display without a screen has no graphics card.
const steady = ['--disable-gpu', '--force-device-scale-factor=1'];

/**
 * Starts an Electron program, waits until its window is usable, lets it rest, weighs it and ends it.
 * @param {{ electron: { dir: string, binary: string }, app: string, folder: string, display: string }} wish `folder` keeps the
 *   program's settings and caches: the second start with the same folder is an everyday one
 * @returns {Promise<{ startMs: number, idleMb: number }>}
 */
export async function runWindow({ electron, app, folder, display }) {
  const note = path.join(folder, 'ready');
  fs.mkdirSync(folder, { recursive: true });
  fs.rmSync(note, { force: true });
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const userData = `--user-data-dir=${path.join(folder, 'user')}`;
  const args = ['-r', inRoot('test/bench/note-ready.cjs'), ...steady, ...asRoot, userData, app];
  const env = {
    ...process.env,
    DISPLAY: display,
    OFFRAMP_BENCH_NOTE: note,
    OFFRAMP_STATE_DIR: path.join(folder, 'state'),
  };
  delete env.ELECTRON_RENDERER_URL;
  delete env.ELECTRON_RUN_AS_NODE;

  const startedAt = Date.now();
  const child = spawn(path.join(electron.dir, electron.binary), args, { env, stdio: 'ignore', detached: true });
  try {
    const readyAt = await readyMoment(child, note);
    await pause(SETTLE_MS);
    return { startMs: readyAt - startedAt, idleMb: memoryOfTree(child.pid) };
  } finally {
    await end(child);
  }
}

async function readyMoment(child, note) {
  let failure;
  child.once('error', (error) => (failure = error.message));
  for (const startedAt = Date.now(); Date.now() - startedAt < LIMIT_MS; await pause(25)) {
    if (fs.existsSync(note)) return Number(fs.readFileSync(note, 'utf8'));
    if (failure !== undefined || child.exitCode !== null)
      throw new Error(`The program ended before its window was usable: ${failure ?? `exit ${child.exitCode}`}`);
  }
  throw new Error(`The window was not usable within ${LIMIT_MS / 1000} s`);
}

/** Asks first, so that it gives its lock back; then ends the whole group. */
async function end(child) {
  if (child.pid === undefined) return;
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await Promise.race([ended, pause(5_000)]);
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
