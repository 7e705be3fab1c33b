#!/usr/bin/env node
// npm run --silent offramp -- scan --json: the command line from this checkout, built first when it is stale.
import { spawn } from 'node:child_process';
import os from 'node:os';
import { build } from './build/build.mjs';
import { inRoot } from './setup/paths.mjs';
import { sayTo } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

const say = sayTo(process.stderr);
const ready = await setUp({}, { say });
if (!ready.ok) process.exit(1);
const built = await build({ only: ['knowledge', 'command line'], say });
if (!built.ok) process.exit(1);

const child = spawn(process.execPath, [inRoot('dist/cli/offramp.cjs'), ...process.argv.slice(2)], { stdio: 'inherit' });
// The terminal sends Ctrl-C to both; the program decides what it means, this one only waits for it.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('error', (error) => {
  say(error.message);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(signal === null ? code : 128 + os.constants.signals[signal]));
