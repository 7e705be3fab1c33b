#!/usr/bin/env node
// npm test [-- PART …]: sets up everything, then runs every part and adds them up in the last line.
import { build } from './build/build.mjs';
import { sayTo } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';
import { runPart } from './testing/run-part.mjs';
import { testParts } from './testing/test-parts.mjs';

const say = sayTo(process.stdout);
const inCi = process.env.CI !== undefined && process.env.CI !== '' && process.env.CI !== 'false';

const named = process.argv.slice(2);
const unknown = named.filter((name) => !testParts.some((part) => part.name === name));
if (unknown.length > 0) {
  say(`There is no part called ${unknown.join(', ')}. There are: ${testParts.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const parts = named.length === 0 ? testParts : testParts.filter(({ name }) => named.includes(name));

/** @type {{ passed: number, failures: string[], skips: { name: string, reason: string }[] }} */
const total = { passed: 0, failures: [], skips: [] };
const needed = (name) => parts.some(({ needs }) => needs === name);
const wants = {
  window: needed('window'),
  hiddenDisplay: needed('window'),
  windowsLab: needed('windowsLab'),
  testTools: true,
};
const ready = await setUp(wants, { say });
if (ready.ok) await runAll();
else total.failures.push('set-up: the npm packages could not be installed');
finish();

async function runAll() {
  const built = await build({ say });
  for (const { product, reason } of built.failed) total.failures.push(`build > ${product}: ${reason.split('\n')[0]}`);
  for (const part of parts) {
    const lack = part.needs && ready.lacks[part.needs];
    if (lack !== undefined) leaveOut(part, lack.split('\n')[0]);
    else await runAndCount(part);
  }
}

async function runAndCount(part) {
  say(`== ${part.name}`);
  const startedAt = Date.now();
  const tally = await runPart(part, { say });
  // A laboratory's file in which everything was left out had no laboratory, whatever its tests say about it.
  if (inCi && part.lab)
    for (const file of tally.filesLeftOut ?? []) tally.failures.push(`${file}: the laboratory could not be set up`);
  total.passed += tally.passed;
  total.failures.push(...tally.failures);
  total.skips.push(...tally.skips);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  say(`== ${part.name}: ${counts(tally)} (${seconds} s)`);
}

function leaveOut({ name }, reason) {
  say(`== ${name}: not run. ${reason}`);
  if (inCi) total.failures.push(`${name}: could not be set up: ${reason}`);
  else total.skips.push({ name, reason });
}

function finish() {
  for (const { name, reason } of total.skips) say(`skipped: ${name}: ${reason}`);
  for (const failure of total.failures) say(`failed: ${failure}`);
  say(counts(total));
  process.exitCode = total.failures.length === 0 ? 0 : 1;
}

function counts({ passed, failures, skips }) {
  const skipped = skips.length > 0 ? `, ${skips.length} skipped` : '';
  return `${passed} passed, ${failures.length} failed${skipped}`;
}
