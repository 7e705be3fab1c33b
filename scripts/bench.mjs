#!/usr/bin/env node
// npm run bench [-- PART …] [--json FILE]: measures against the performance budget. A slow figure is no failure; only what cannot be
// measured is.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchParts } from './bench/parts.mjs';
import { countRows, printRows } from './bench/print-rows.mjs';
import { notRunRow } from './bench/rows.mjs';
import { build } from './build/build.mjs';
import { sayTo } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

const say = sayTo(process.stdout);
const { parts, jsonFile } = readWords();
const wants = Object.fromEntries(parts.flatMap(({ needs }) => needs).map((need) => [need, true]));
const ready = await setUp(wants, { say });
if (!ready.ok) process.exit(1);
const only = [...new Set(parts.flatMap(({ builds }) => builds))];
const built = await build({ only, say });

const rows = [];
for (const part of parts) rows.push(...(await measure(part)).map((row) => ({ part: part.name, ...row })));
say(`\n${printRows(rows)}\n\n${countRows(rows)}\n${circumstances()}`);
if (jsonFile !== undefined) writeFigures(jsonFile);
process.exitCode = rows.some(({ notRun }) => notRun !== undefined) ? 1 : 0;

async function measure(part) {
  const lack = part.needs.map((need) => ready.lacks[need]).find((reason) => reason !== undefined);
  const failed = built.failed.find(({ product }) => part.builds.includes(product));
  const reason = lack ?? (failed && `the ${failed.product} cannot be built: ${failed.reason}`);
  if (reason !== undefined) return [notRunRow(part.name, reason.split('\n')[0])];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'offramp-bench-'));
  const removeFolder = () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', removeFolder);
  say(`Measuring ${part.name} …`);
  try {
    const bench = await part.load();
    return await bench({ folder });
  } catch (error) {
    return [notRunRow(part.name, error.message.split('\n')[0])];
  } finally {
    process.off('exit', removeFolder);
    removeFolder();
  }
}

/** Figures from a computer that does other things at the same time are worse than they need be: they say so. */
function circumstances() {
  const processors = os.cpus().length;
  const load = os.loadavg()[0];
  // One of ours runs at any moment; anything above is somebody else's.
  const busy = load > 1.5 ? ': other work ran at the same time' : '';
  return `Node ${process.versions.node}, ${processors} processors, load ${load.toFixed(1)} at the end${busy}.`;
}

function writeFigures(file) {
  const { node } = process.versions;
  const computer = {
    platform: process.platform,
    arch: process.arch,
    processors: os.cpus().length,
    load: os.loadavg()[0],
  };
  const figures = { schemaVersion: 1, measuredAt: new Date().toISOString(), node, computer, rows };
  fs.writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
}

function readWords() {
  const names = benchParts.map(({ name }) => name);
  const usage = `usage: npm run bench [-- PART ...] [--json FILE]; parts: ${names.join(', ')}`;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'string' }, help: { type: 'boolean' } },
    });
    const unknown = positionals.filter((word) => !names.includes(word));
    if (unknown.length > 0) throw new Error(`There is no part called ${unknown.join(', ')}.`);
    if (values.help) {
      say(usage);
      process.exit(0);
    }
    const chosen = positionals.length === 0 ? benchParts : benchParts.filter(({ name }) => positionals.includes(name));
    return { parts: chosen, jsonFile: values.json };
  } catch (error) {
    say(`${error.message}\n${usage}`);
    process.exit(2);
  }
}
