import { electronRuntime, findElectron } from './electron-runtime.mjs';
import { npmPackages } from './npm-packages.mjs';
import {
  hiddenDisplayPackages,
  systemPackages,
  testToolPackages,
  unpackPackages,
  windowPackages,
  windowsLabPackages,
} from './system-packages.mjs';

/**
 * Brings this checkout to where it can be built, started or tested. Says first what it will install and where; does
 * nothing twice; needs no network once everything is there. Only missing npm packages are fatal.
 * @param {{ window?: boolean, hiddenDisplay?: boolean, windowsLab?: boolean, testTools?: boolean }} wants besides the npm packages
 * @param {{ say: (line: string) => void }} tools
 * @returns {Promise<{ ok: boolean, reason?: string, lacks: { window?: string, windowsLab?: string, testTools?: string } }>}
 */
export async function setUp({ window = false, hiddenDisplay = false, windowsLab = false, testTools = false }, { say }) {
  const steps = [
    { lackOf: 'npm', step: npmPackages, wanted: true },
    { lackOf: 'window', step: systemPackages(forWindow(hiddenDisplay)), wanted: window },
    { lackOf: 'window', step: electronRuntime, wanted: window },
    { lackOf: 'testTools', step: systemPackages(forTests), wanted: testTools },
    { lackOf: 'windowsLab', step: systemPackages(forWindowsLab), wanted: windowsLab },
  ].filter(({ step, wanted }) => wanted && step.isMissing());

  if (steps.length > 0) say('Offramp sets up what is missing here:');
  for (const { step } of steps) for (const line of step.announce()) say(`  ${line}`);

  const lacks = {};
  for (const { lackOf, step } of steps) {
    // Without its libraries the window would not open: no 200 MB are downloaded for nothing.
    if (lacks[lackOf] !== undefined) continue;
    const done = await step.install({ say });
    if (done.ok) continue;
    say(done.reason);
    if (lackOf === 'npm') return { ok: false, reason: done.reason, lacks };
    lacks[lackOf] = done.reason;
  }
  if (steps.length > 0) say(Object.keys(lacks).length === 0 ? 'Set-up is done.' : 'Set-up is done as far as it went.');
  return { ok: true, lacks };
}

const forWindow = (hiddenDisplay) => ({
  purpose: 'for the window',
  packages: [
    ...windowPackages,
    ...(hiddenDisplay ? hiddenDisplayPackages : []),
    ...(findElectron() === undefined ? unpackPackages : []),
  ],
});

const forTests = { purpose: 'for the tests', packages: testToolPackages };
const forWindowsLab = { purpose: 'for the Windows laboratory', packages: windowsLabPackages };
