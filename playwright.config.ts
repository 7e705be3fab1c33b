import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.{test,spec,e2e}.ts',
  outputDir: 'test-results',
  globalSetup: './scripts/testing/prepare-window.mjs',
  // Two windows at once on two cores make the timings of both doubtful.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: process.env.OFFRAMP_TEST_REPORT ?? '.cache/test-reports/e2e.json' }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
