import path from 'node:path';
import { inRoot, rootDir } from '../setup/paths.mjs';
import { runWithProgress } from '../setup/run-with-progress.mjs';
import { lastLines } from '../setup/npm-packages.mjs';

/** Builds the Electron program (main, preload, renderer) to dist/app. */
export async function buildWindow({ say }) {
  const run = await runWithProgress({
    label: 'building the window',
    command: process.execPath,
    args: [path.join(rootDir, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    say,
    cwd: rootDir,
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
    timeoutMs: 300_000,
  });
  if (!run.ok) throw new Error(`electron-vite ended with ${run.code} in ${inRoot('.')}\n${lastLines(run.output, 30)}`);
}
