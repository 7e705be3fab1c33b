import fs from 'node:fs';
import { runnerImport } from 'vite';
import { inRoot } from '../setup/paths.mjs';
import { besides } from './registry-packages.mjs';

const LIMIT_MS = 400_000;

/**
 * A Windows in the laboratory with so many ordinary programs, one product and the registry packages, for as long as `work` takes.
 * `work` is handed a function that runs a bundle in it and gives what that prints, as JSON.
 */
export async function withWindows(programs, packages, work) {
  const { WineLab } = await load('test/lab/wine/wine-lab.ts');
  const { ordinaryPrograms } = await load('test/lab/wine/registry/ordinary-programs.ts');
  const { endpointSecurity } = await load('test/lab/wine/registry/endpoint-security.ts');
  const available = WineLab.available();
  if (!available.ok) throw new Error(available.reason);
  const lab = new WineLab('bench');
  try {
    await lab.fresh();
    await lab.install(ordinaryPrograms(programs), endpointSecurity());
    await lab.reboot();
    for (const [place, text] of Object.entries(besides)) await lab.addFile(place, text);
    for (const { ok, files } of Object.values(packages))
      for (const [place, file] of Object.entries(ok ? files : {})) await lab.addFile(place, fs.readFileSync(file));
    return await work(async (bundle, args) => {
      const run = await lab.runNode(bundle, args, { timeoutMs: LIMIT_MS });
      if (run.exitCode !== 0) throw new Error(`Inside Wine it ended with ${run.exitCode}: ${run.stderr.slice(0, 400)}`);
      return JSON.parse(run.stdout);
    });
  } finally {
    await lab.dispose();
  }
}

// The laboratory is TypeScript and finds its own files by its place: vite's module runner keeps that.
const load = async (file) => (await runnerImport(inRoot(file), { configFile: false, logLevel: 'error' })).module;
