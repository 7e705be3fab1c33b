/**
 * Playwright's JSON report as counts, failures and skips. A test that passed only when tried again counts as failed:
 * a test that cannot be relied on proves nothing.
 */
export function readPlaywrightReport(report) {
  const tally = { passed: 0, failures: [], skips: [] };
  for (const error of report.errors) tally.failures.push(`outside any test: ${error.message?.split('\n')[0]}`);
  for (const suite of report.suites) countSuite(tally, suite, []);
  return tally;
}

function countSuite(tally, suite, above) {
  const titles = [...above, suite.title];
  for (const { title, tests } of suite.specs ?? [])
    for (const test of tests) countTest(tally, [...titles, title].filter(Boolean).join(' > '), test);
  for (const inner of suite.suites ?? []) countSuite(tally, inner, titles);
}

function countTest(tally, name, { status, annotations, results }) {
  if (status === 'expected') tally.passed += 1;
  else if (status === 'skipped') {
    const why = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
    tally.skips.push({ name, reason: why ?? 'left out by the test itself' });
  } else tally.failures.push(`${name}: ${results.at(-1)?.error?.message?.split('\n')[0] ?? status}`);
}
