import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { npmCommand } from '../setup/npm-packages.mjs';
import { downloadsDir } from '../setup/paths.mjs';
import { runWithProgress } from '../setup/run-with-progress.mjs';
import { sayTo } from '../setup/say.mjs';

/**
 * One exact npm package, fetched through npm once, compared with its checksum and unpacked. No script of it is run.
 * @param {{ name: string, version: string, integrity: string }} pinned
 * @returns {Promise<{ ok: true, folder: string } | { ok: false, reason: string }>}
 */
export async function fetchPackage({ name, version, integrity }) {
  const spec = `${name}@${version}`;
  const archive = `${name}-${version}.tgz`;
  const kept = path.join(downloadsDir, 'bench', spec);
  const folder = path.join(kept, 'package');
  if (fs.existsSync(path.join(folder, 'package.json'))) return { ok: true, folder };
  fs.mkdirSync(path.dirname(kept), { recursive: true });
  const work = fs.mkdtempSync(path.join(path.dirname(kept), '.fetching-'));
  const run = (label, { command, args }) =>
    runWithProgress({ label, command, args, say: sayTo(process.stderr), cwd: work, timeoutMs: 60_000 });
  try {
    const pack = npmCommand(['pack', spec, '--silent', '--pack-destination', work]);
    const packed = await run(`fetching ${spec}`, pack);
    if (!packed.ok) return { ok: false, reason: `npm pack ${spec} failed` };
    const bytes = fs.readFileSync(path.join(work, archive));
    if (`sha512-${createHash('sha512').update(bytes).digest('base64')}` !== integrity)
      return { ok: false, reason: `${spec} is not the expected package` };
    const unpacked = await run('unpacking', { command: 'tar', args: ['xzf', archive] });
    if (!unpacked.ok) return { ok: false, reason: `${archive} cannot be unpacked` };
    fs.renameSync(work, kept);
    return { ok: true, folder };
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}
