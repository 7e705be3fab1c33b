import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheDir } from '../setup/paths.mjs';

const LIMIT_MS = 300_000;

/**
 * Runs `work` while no other process of this checkout runs work of the same name; waits for it, saying so.
 * A lock left by a process that no longer lives is taken over.
 */
export async function withLock(name, { say }, work) {
  const file = path.join(cacheDir, `${name}.lock`);
  fs.mkdirSync(cacheDir, { recursive: true });
  const startedAt = Date.now();
  while (!take(file)) {
    if (Date.now() - startedAt > LIMIT_MS) throw new Error(`${file} is held by another process for five minutes`);
    if (Date.now() - say.lastAt > 1_500) say(`  … waiting for another ${name} in this checkout`);
    await pause(100);
  }
  const release = () => fs.rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = readHolder(file);
  // An empty file is a lock being written this moment, unless it stays empty.
  if (holder === undefined ? ageMs(file) > 2_000 : !isAlive(holder)) fs.rmSync(file, { force: true });
  return false;
}

function readHolder(file) {
  try {
    return Number(fs.readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

const ageMs = (file) => Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
