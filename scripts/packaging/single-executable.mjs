import fs from 'node:fs';
import path from 'node:path';
import { cacheDir, inRoot } from '../setup/paths.mjs';
import { lastLines } from '../setup/npm-packages.mjs';
import { runWithProgress } from '../setup/run-with-progress.mjs';

// Node's own mark in its executable, the same in every version (Node documentation, "Single executable applications").
const SENTINEL = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/**
 * Makes one executable of the bundled command line and the Node that runs this script, for this system.
 * Throws with the tool's words when a step fails, and when the result does not start.
 * @param {{ bundle: string, target: string, say: Function }} wish absolute paths
 */
export async function makeSingleExecutable({ bundle, target, say }) {
  const work = path.join(cacheDir, 'single-executable');
  fs.mkdirSync(work, { recursive: true });
  fs.mkdirSync(path.dirname(target), { recursive: true });
  const blob = path.join(work, 'offramp.blob');
  const settings = path.join(work, 'settings.json');
  fs.writeFileSync(
    settings,
    JSON.stringify({ main: bundle, output: blob, disableExperimentalSEAWarning: true, useCodeCache: true }),
  );
  await must('preparing the executable', [`--experimental-sea-config`, settings], say);

  const unfinished = path.join(work, path.basename(target));
  fs.copyFileSync(process.execPath, unfinished);
  fs.chmodSync(unfinished, 0o755);
  const apple = process.platform === 'darwin' ? ['--macho-segment-name', 'NODE_SEA'] : [];
  const postject = inRoot('node_modules/postject/dist/cli.js');
  await must(
    'writing the executable',
    [postject, unfinished, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', SENTINEL, ...apple],
    say,
  );
  const version = await must('trying the executable', ['--version'], say, unfinished);
  if (!/^\d+\.\d+/.test(version.trim())) throw new Error(`${target} does not know its version: ${version}`);
  fs.rmSync(target, { force: true });
  fs.renameSync(unfinished, target);
}

async function must(label, args, say, command = process.execPath) {
  const run = await runWithProgress({ label, command, args, say, timeoutMs: 120_000 });
  if (!run.ok) throw new Error(`${label} failed (exit ${run.code}).\n${lastLines(run.output, 10)}`);
  return run.output;
}
