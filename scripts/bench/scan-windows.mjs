import { bundleBench } from './bundle.mjs';
import { median } from './paired.mjs';
import { probeRows } from './probe-rows.mjs';
import { registryPackages } from './registry-packages.mjs';
import { notRunRow, ratioRow } from './rows.mjs';
import { withWindows } from './with-windows.mjs';

const PROGRAMS = 2_000;
const TURNS = 7;
const PROBE_RUNS = 7;

/** A full scan of a Windows with 2,000 programs, what others need to read the same keys, and what each probe costs, inside Wine. */
export async function benchScanWindows({ folder }) {
  const bundles = [await bundleBench('scan-windows', folder), await bundleBench('probe-costs', folder)];
  const packages = await registryPackages();
  const { race, costs } = await withWindows(PROGRAMS, packages, async (runForJson) => {
    const places = Object.fromEntries(
      Object.entries(packages).flatMap(([name, { ok, main }]) => (ok ? [[name, main]] : [])),
    );
    const ran = await runForJson(bundles[0], [String(TURNS), JSON.stringify(places)]);
    if (!ran.products.includes('kes-windows'))
      throw new Error(`The scan inside Wine found ${ran.products.join() || 'nothing'}`);
    return { race: ran, costs: await runForJson(bundles[1], [String(PROBE_RUNS)]) };
  });
  return [...scanRows(race, packages), ...readRows(race, packages), ...probeRows('Windows', costs)];
}

function scanRows({ scanMs, entriesMs, openMs, regToFileMs, regToPipeMs, winreg }, packages) {
  const what = 'scan, Windows, 2,000 programs';
  const notes = [
    `all probes and matching, in a process that runs: uninstall entries ${median(entriesMs).toFixed(0)} ms of it; loading ` +
      `knowledge and native library before that, once: ${openMs.toFixed(0)} ms; the very first scan ${scanMs[0].toFixed(0)} ms`,
    'reg.exe reads one view of HKLM, the scan both and the user’s, with services, processes and files besides',
  ];
  const ours = scanMs;
  return [
    ratioRow({ what, ours, peer: regToFileMs, peerName: 'reg query /s, to a file', atMost: 1 / 5, notes }),
    ratioRow({ what, ours, peer: regToPipeMs, peerName: 'reg query /s, to a pipe', atMost: 1 / 5 }),
    packages.winreg.ok
      ? ratioRow({ what, ours, ...winregPeer(winreg, packages.winreg.title), atMost: 1 / 20 })
      : notRunRow(`${what} beside winreg`, packages.winreg.reason),
  ];
}

/**
 * The same reads and nothing else: the 64-bit uninstall keys with every value. The agreed budget
 * speaks of the full scan; these rows borrow its fractions, and add that ours is no slower than native-reg.
 */
function readRows({ ownReadMs, nativeRegMs, winreg, regToFileMs }, packages) {
  const what = '  those keys alone, all values';
  const ours = ownReadMs;
  return [
    ratioRow({ what, ours, peer: regToFileMs, peerName: 'reg query /s, to a file', atMost: 1 / 5 }),
    packages.winreg.ok
      ? ratioRow({ what, ours, ...winregPeer(winreg, packages.winreg.title), atMost: 1 / 20 })
      : notRunRow(`${what} beside winreg`, packages.winreg.reason),
    packages.nativeReg.ok
      ? ratioRow({
          what,
          ours,
          peer: nativeRegMs,
          peerName: packages.nativeReg.title,
          atMost: 1,
          notes: ['native-reg is a compiled add-on that asks the same functions of Windows; ours goes through koffi'],
        })
      : notRunRow(`${what} beside native-reg`, packages.nativeReg.reason),
  ];
}

function winregPeer(readings, title) {
  const whole = ({ keys, listMs, oneKeyMs }) => listMs + keys * median(oneKeyMs);
  const [first] = readings;
  const measured = `list of keys ${median(readings.map(({ listMs }) => listMs)).toFixed(0)} ms, one key ${median(readings.flatMap(({ oneKeyMs }) => oneKeyMs)).toFixed(0)} ms`;
  return {
    peer: readings.map(whole),
    peerName: `${title}, scaled`,
    notes: [`winreg is scaled in each turn: ${measured}, times ${first.keys} keys`],
  };
}
