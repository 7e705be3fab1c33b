#!/usr/bin/env node
// npm run golden [-- --list | --update [NAME …]]: what Offramp says of every recorded computer, beside what was accepted.
// Ends with 1 when something differs. See test/golden/README.md.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { embeddedForVite } from './build/embedded-plugin.mjs';
import { listLine, listCounts } from './golden/list-line.mjs';
import { changeLine } from './golden/change-line.mjs';
import { inRoot } from './setup/paths.mjs';
import { sayTo } from './setup/say.mjs';

const say = sayTo(process.stdout);
const usage = 'usage: npm run golden [-- --list | --update [NAME ...]]';
const { list, update, names } = readWords();
// The tests' own code makes and compares the outputs: vite's module runner reads it as vitest does.
const { compareGolden, acceptGolden, goldenNames, orphanedFiles } = await load('test/golden/golden.ts');
const unknown = names.filter((name) => !goldenNames.includes(name));
if (unknown.length > 0) refuse(`There is no recorded computer called ${unknown.join(', ')}.`);

const compared = [];
for (const name of goldenNames) compared.push(await compareGolden(name));
const orphans = orphanedFiles();
if (list) for (const line of [...compared.map(listLine), listCounts(compared)]) say(line);
else if (update) accept();
else showDifferences();

function showDifferences() {
  for (const { name, state, changes } of compared) {
    if (state !== 'same') say(`${state.padEnd(8)} ${name}`);
    for (const change of changes) say(`  ${changeLine(change)}`);
  }
  for (const file of orphans) say(`orphaned ${file}`);
  say(counts());
  const differs = orphans.length > 0 || compared.some(({ state }) => state !== 'same');
  if (differs) say('Accept with: npm run golden -- --update [NAME ...]');
  process.exitCode = differs ? 1 : 0;
}

function accept() {
  const wanted = compared.filter(({ name, state }) => state !== 'same' && (names.length === 0 || names.includes(name)));
  for (const computer of wanted) {
    acceptGolden(computer);
    say(`accepted ${computer.name}`);
  }
  // Only when everything is accepted: whoever names computers speaks of those alone.
  for (const file of names.length > 0 ? [] : orphans) {
    fs.rmSync(inRoot('test/golden', file));
    say(`removed  ${file}, whose recorded computer is gone`);
  }
  say(`${wanted.length} accepted; before that: ${counts()}`);
}

function counts() {
  const count = (wanted) => compared.filter(({ state }) => state === wanted).length;
  return `${count('same')} same, ${count('changed')} changed, ${count('new')} new, ${orphans.length} orphaned`;
}

async function load(file) {
  const plugins = [embeddedForVite()];
  return (await runnerImport(inRoot(file), { configFile: false, logLevel: 'error', plugins })).module;
}

function readWords() {
  try {
    const options = { list: { type: 'boolean' }, update: { type: 'boolean' }, help: { type: 'boolean' } };
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    if (values.help) {
      say(usage);
      process.exit(0);
    }
    if (values.list && values.update) throw new Error('--list and --update are two different things.');
    if (positionals.length > 0 && !values.update) throw new Error('Names belong to --update.');
    return { list: values.list === true, update: values.update === true, names: positionals };
  } catch (error) {
    return refuse(error.message);
  }
}

function refuse(reason) {
  say(`${reason}\n${usage}`);
  process.exit(2);
}
