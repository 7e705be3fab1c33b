import fs from 'node:fs';
import path from 'node:path';
import { cacheDir, rootDir } from '../setup/paths.mjs';
import { lastLines } from '../setup/npm-packages.mjs';
import { runWithProgress } from '../setup/run-with-progress.mjs';
import { readStamp } from '../setup/stamp.mjs';
import { checkParts } from './check-parts.mjs';
import { readPlaywrightReport } from './read-playwright-report.mjs';

/**
 * Runs one part of the tests. A runner that crashes, is cut off or found no test at all is a failure, never silence.
 * @returns {Promise<{ passed: number, failures: string[], skips: { name: string, reason: string }[] }>}
 */
export async function runPart(part, { say }) {
  return part.runner === 'check' ? runChecks({ say }) : runTests(part, { say });
}

/** The checks besides tests, one plain line each. */
export async function runChecks({ say }) {
  const tally = { passed: 0, failures: [], skips: [] };
  for (const { name, command, args, problem } of checkParts) {
    const run = await runWithProgress({ label: name, command, args, say, cwd: rootDir, timeoutMs: 300_000 });
    const wrong = run.ok ? problem?.(run.output) : `exit ${run.code}`;
    say(`  ${name}: ${wrong === undefined ? 'ok' : `FAILED, ${wrong}`} (${run.seconds.toFixed(1)} s)`);
    if (wrong === undefined) tally.passed += 1;
    else {
      say(lastLines(run.output, 60));
      tally.failures.push(`check > ${name}: ${wrong}`);
    }
  }
  return tally;
}

async function runTests({ name, runner, command, args, limitMs }, { say }) {
  const report = path.join(cacheDir, 'test-reports', `${name}.json`);
  fs.rmSync(report, { force: true });
  fs.mkdirSync(path.dirname(report), { recursive: true });
  const env = { ...process.env, OFFRAMP_TEST_REPORT: report, NO_COLOR: '1' };
  delete env.FORCE_COLOR;
  const run = await runWithProgress({
    label: name,
    command,
    args,
    say,
    show: true,
    cwd: rootDir,
    env,
    timeoutMs: limitMs,
  });

  const written = readStamp(report);
  const tally =
    written === undefined
      ? { passed: 0, failures: [`${name}: the test runner ended with ${run.code} and left no report`], skips: [] }
      : runner === 'playwright'
        ? readPlaywrightReport(written)
        : written;
  if (run.timedOut) tally.failures.push(`${name}: cut off after ${limitMs / 60_000} minutes`);
  else if (tally.passed + tally.failures.length + tally.skips.length === 0)
    tally.failures.push(`${name}: no tests were found`);
  else if (!run.ok && tally.failures.length === 0)
    tally.failures.push(`${name}: the test runner ended with ${run.code}`);
  return tally;
}
