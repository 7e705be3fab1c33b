import fs from 'node:fs';
import { runnerImport } from 'vite';
import { inRoot } from '../setup/paths.mjs';
import { bundleBench } from './bundle.mjs';
import { median } from './paired.mjs';
import { notRunRow, ratioRow } from './rows.mjs';
import { fetchWinreg } from './winreg-package.mjs';

const PROGRAMS = 2_000;
const TURNS = 5;
const inside = 'C:\\offramp-lab\\winreg.js';

/** A full scan of a Windows with 2,000 programs, and what others need to read the same keys, in one process inside Wine. */
export async function benchScanWindows({ folder }) {
  const bundle = await bundleBench('scan-windows', folder);
  const winreg = await fetchWinreg();
  const race = await raceInLab(bundle, winreg.ok ? winreg.file : null);
  const { scanMs, entriesMs, openMs } = race;
  const what = 'scan, Windows, 2,000 programs';
  return [
    ratioRow({
      what,
      ours: scanMs,
      peer: race.regToFileMs,
      peerName: 'reg query /s, to a file',
      atMost: 1 / 5,
      notes: [
        `all probes and matching, in a process that runs: uninstall entries ${median(entriesMs).toFixed(0)} ms of it; loading ` +
          `knowledge and native library before that, once: ${openMs.toFixed(0)} ms; the very first scan ${scanMs[0].toFixed(0)} ms`,
        'reg.exe reads one view of HKLM, the scan both and the user’s, with services, processes and files besides',
      ],
    }),
    ratioRow({ what, ours: scanMs, peer: race.regToPipeMs, peerName: 'reg query /s, to a pipe', atMost: 1 / 5 }),
    winreg.ok ? winregRow(what, race) : notRunRow(`${what} beside winreg`, winreg.reason),
  ];
}

function winregRow(what, { scanMs, winreg }) {
  const whole = winreg.listMs + winreg.keys * median(winreg.oneKeyMs);
  const measured = `list of keys ${winreg.listMs.toFixed(0)} ms, one key ${median(winreg.oneKeyMs).toFixed(0)} ms`;
  return ratioRow({
    what,
    ours: scanMs,
    peer: scanMs.map(() => whole),
    peerName: 'winreg 1.2.5, scaled',
    atMost: 1 / 20,
    notes: [`winreg is scaled: ${measured} (median of ${winreg.oneKeyMs.length}), times ${winreg.keys} keys`],
  });
}

async function raceInLab(bundle, winregFile) {
  const { WineLab } = await load('test/lab/wine/wine-lab.ts');
  const { ordinaryPrograms } = await load('test/lab/wine/registry/ordinary-programs.ts');
  const { endpointSecurity } = await load('test/lab/wine/registry/endpoint-security.ts');
  const available = WineLab.available();
  if (!available.ok) throw new Error(available.reason);
  const lab = new WineLab('bench');
  try {
    await lab.fresh();
    await lab.install(ordinaryPrograms(PROGRAMS), endpointSecurity());
    await lab.reboot();
    if (winregFile !== null) await lab.addFile(inside, fs.readFileSync(winregFile));
    const args = [String(TURNS), ...(winregFile === null ? [] : [inside])];
    const run = await lab.runNode(bundle, args, { timeoutMs: 300_000 });
    if (run.exitCode !== 0) throw new Error(`The race inside Wine ended with ${run.exitCode}: ${run.stderr}`);
    const race = JSON.parse(run.stdout);
    if (!race.products.includes('kes-windows'))
      throw new Error(`The scan inside Wine found ${race.products.join() || 'nothing'}`);
    return race;
  } finally {
    await lab.dispose();
  }
}

// The laboratory is TypeScript and finds its own files by its place: vite's module runner keeps that.
const load = async (file) => (await runnerImport(inRoot(file), { configFile: false, logLevel: 'error' })).module;
