import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** Compiles the stand-in: a few KiB, without a runtime library. Needs mingw, which the set-up of the laboratory installs. */
export async function buildStandIn(): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'offramp-stand-in-'));
  try {
    const options = ['-Os', '-s', '-nostdlib', '-mno-stack-arg-probe', '-Wl,-e,start', '-mwindows'];
    const source = path.join(import.meta.dirname, 'stand-in.c');
    const target = path.join(folder, 'stand-in.exe');
    await promisify(execFile)('x86_64-w64-mingw32-gcc', [...options, '-o', target, source, '-lkernel32', '-ladvapi32']);
    return await readFile(target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
