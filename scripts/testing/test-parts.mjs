import { inRoot, rootDir } from '../setup/paths.mjs';

const MINUTE_MS = 60_000;

const vitest = (...projects) => ({
  runner: 'vitest',
  command: process.execPath,
  args: [
    inRoot('node_modules/vitest/vitest.mjs'),
    'run',
    '--root',
    rootDir,
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=dot',
    `--reporter=${inRoot('scripts/testing/tally-reporter.mjs')}`,
  ],
});

// Linux tests get a display of their own, so that windows neither disturb a person nor are disturbed.
const hiddenDisplay = process.platform === 'linux' ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24'] : [];

function playwright() {
  const [command, ...args] = [
    ...hiddenDisplay,
    process.execPath,
    inRoot('node_modules/@playwright/test/cli.js'),
    'test',
  ];
  return { runner: 'playwright', command, args };
}

/**
 * Every part of `npm test`, in order. `needs` names the set-up a part cannot do without; a `lab` that cannot be set up is
 * a skip on somebody's computer and a failure in CI.
 */
export const testParts = [
  { name: 'check', runner: 'check' },
  { name: 'unit', ...vitest('unit', 'unit-renderer'), limitMs: 10 * MINUTE_MS },
  { name: 'many-computers', ...vitest('many-computers'), limitMs: 10 * MINUTE_MS },
  { name: 'integration', ...vitest('integration'), limitMs: 10 * MINUTE_MS },
  { name: 'lab-linux', ...vitest('lab-linux'), limitMs: 20 * MINUTE_MS, lab: true },
  { name: 'lab-wine', ...vitest('lab-wine'), limitMs: 30 * MINUTE_MS, lab: true, needs: 'windowsLab' },
  { name: 'e2e', ...playwright(), limitMs: 20 * MINUTE_MS, needs: 'window' },
  { name: 'packaging', ...vitest('packaging'), limitMs: 20 * MINUTE_MS, needs: 'window' },
];
