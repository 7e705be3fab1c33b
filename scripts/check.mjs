#!/usr/bin/env node
// npm run check: types, boundaries, lint, unused code, data rules and unit tests. What to run before every commit.
import { sayTo } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';
import { runChecks, runPart } from './testing/run-part.mjs';
import { testParts } from './testing/test-parts.mjs';

const say = sayTo(process.stdout);
const ready = await setUp({}, { say });
if (!ready.ok) process.exit(1);

const checks = await runChecks({ say });
const startedAt = Date.now();
const units = await runPart(
  testParts.find(({ name }) => name === 'unit'),
  { say },
);
const failures = [...checks.failures, ...units.failures];
say(`  unit: ${units.failures.length === 0 ? 'ok' : 'FAILED'} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
for (const failure of failures) say(`  ${failure}`);
say(failures.length === 0 ? 'All checks passed.' : `${failures.length} of the checks failed.`);
process.exit(failures.length === 0 ? 0 : 1);
