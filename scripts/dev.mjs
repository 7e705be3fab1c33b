#!/usr/bin/env node
// npm run dev [-- ARGUMENTS]: the window with live reload, on a simulated computer unless --machine says otherwise, so
// that developing never touches the developer's own antivirus.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { electronEnvironment, findElectron } from './setup/electron-runtime.mjs';
import { inRoot, rootDir } from './setup/paths.mjs';
import { sayTo } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

const say = sayTo(process.stdout);
const ready = await setUp({ window: true }, { say });
const electron = findElectron();
if (!ready.ok || electron === undefined) process.exit(1);
if (electron.warning !== undefined) say(electron.warning);

const words = process.argv.slice(2);
const simulated = fs
  .readdirSync(inRoot('assets/computers'))
  .filter((name) => name.endsWith('.yaml'))
  .sort()[0];
if (!words.includes('--machine') && simulated !== undefined) {
  const name = simulated.replace(/\.yaml$/, '');
  say(`Opening on the simulated computer "${name}". Another one: npm run dev -- --machine sim:NAME`);
  words.push('--machine', `sim:${name}`);
}
const sandbox = process.getuid?.() === 0 ? ['--noSandbox'] : [];
const child = spawn(
  process.execPath,
  [inRoot('node_modules/electron-vite/bin/electron-vite.js'), 'dev', '--watch', ...sandbox, '--', ...words],
  { stdio: 'inherit', cwd: rootDir, env: { ...process.env, ...electronEnvironment(electron) } },
);
process.on('SIGINT', () => {});
child.on('exit', (code) => process.exit(code ?? 1));
