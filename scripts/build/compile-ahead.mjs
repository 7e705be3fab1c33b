import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeReplacing } from '../setup/stamp.mjs';

/**
 * Runs a program once as `scan --json` of this computer, which changes nothing, and keeps what V8 compiled on the way, for the Node that runs this. Only time is
 * lost where it cannot be made.
 * @param {{ file: string, program: string, id: string, target: string }} wish `file`: under which name the program will run
 */
export function compileAhead({ file, program, id, target }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'offramp-compile-'));
  try {
    const [source, compiled] = [path.join(folder, 'program.js'), path.join(folder, 'compiled')];
    writeFileSync(source, program);
    const run = spawnSync(process.execPath, ['--eval', keepCompiled, file, source, compiled], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, OFFRAMP_STATE_DIR: folder },
      timeout: 60_000,
    });
    if (!existsSync(compiled)) throw new Error(`nothing was compiled ahead: ${run.stderr.trim()}`);
    writeReplacing(target, Buffer.concat([Buffer.from(id, 'latin1'), readFileSync(compiled)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const keepCompiled = `
const [, file, source, compiled] = process.argv;
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { Script } = require('node:vm');
const script = new Script(wrap(readFileSync(source, 'latin1')), { filename: file });
process.argv = [process.execPath, file, 'scan', '--json'];
process.on('exit', () => writeFileSync(compiled, script.createCachedData()));
const here = { exports: {} };
script.runInThisContext().call(here.exports, here.exports, createRequire(file), here, file, require('node:path').dirname(file));
`;
