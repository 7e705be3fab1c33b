#!/usr/bin/env node
// node scripts/planted-windows.mjs: plants the laboratory's look-alikes and products on a real Windows, scans it each time, compares
// with what the laboratory expects, and takes everything away again. Only for a Windows that is thrown away afterwards.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runnerImport } from 'vite';
import { inRoot } from './setup/paths.mjs';
import { sayTo } from './setup/say.mjs';

const say = sayTo(process.stdout);
if (process.platform !== 'win32' || process.env.CI !== 'true') {
  say('This writes into the registry of a Windows: it runs in continuous integration on Windows, and nowhere else.');
  process.exit(2);
}

const options = { configFile: false, logLevel: 'error' };
const { plantings, plantingFault } = (await runnerImport(inRoot('test/unit/workflows/planted-windows.ts'), options))
  .module;
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'offramp-planted-'));
const madeFolders = [];
const faults = [];
const keys = plantings.flatMap((planting) => [...planting.keys, ...planting.services.map(keyOfService)]);
const present = () => keys.filter((key) => run('reg.exe', ['query', key]) === 0);
const there = present();
if (there.length > 0) faults.push(`already there, so nothing was planted: ${there.join(', ')}`);
else plantAndScan();
fs.rmSync(work, { recursive: true, force: true });
for (const fault of faults) say(`failed: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;

function plantAndScan() {
  try {
    for (const planting of plantings) {
      importText(planting.reg);
      for (const file of planting.files) writeFile(file);
      for (const service of planting.services) makeService(service);
      const { exitCode, scan, stderr } = scanHere();
      const fault = scan === null ? `no scan, exit ${exitCode}: ${stderr}` : plantingFault(planting, exitCode, scan);
      say(`${fault === null ? 'as expected' : 'NOT as expected'}: ${planting.name}`);
      if (fault !== null) faults.push(fault);
    }
  } finally {
    for (const { name } of plantings.flatMap(({ services }) => services)) run('sc.exe', ['delete', name]);
    for (const { removal } of plantings) importText(removal);
    for (const folder of madeFolders) fs.rmSync(folder, { recursive: true, force: true });
  }
  const left = present();
  if (left.length > 0) faults.push(`left behind: ${left.join(', ')}`);
}

function importText(text) {
  const file = path.join(work, 'import.reg');
  fs.writeFileSync(file, Buffer.from(`\ufeff${text}`, 'utf16le'));
  const code = run('reg.exe', ['import', file]);
  if (code !== 0) faults.push(`reg import ended with ${code}`);
}

/** Remembers the topmost folder that had to be made for it. */
function writeFile({ path: file, content }) {
  const made = fs.mkdirSync(path.dirname(file), { recursive: true });
  if (made !== undefined) madeFolders.push(made);
  fs.writeFileSync(file, content, { flag: 'wx' });
}

function scanHere() {
  const args = [inRoot('dist/cli/offramp.cjs'), 'scan', '--json', '--now', '2026-11-23T12:00:00Z'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return { exitCode: status, scan: stdout.startsWith('{') ? JSON.parse(stdout) : null, stderr };
}

/** Never started: only known to the service manager. */
function makeService({ name, imagePath }) {
  const code = run('sc.exe', ['create', name, 'binPath=', imagePath, 'start=', 'demand']);
  if (code !== 0) faults.push(`sc create ${name} ended with ${code}`);
}

function keyOfService({ name }) {
  return `HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\${name}`;
}

function run(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status;
}
