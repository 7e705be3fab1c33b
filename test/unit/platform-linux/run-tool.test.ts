import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runTool } from '../../../src/main/platform/linux/run-tool';

const shell = (script: string, logFile: string | null, report: (line: string) => void = () => {}) =>
  runTool({ program: '/bin/sh', arguments: ['-c', script], environment: {}, logFile, report });

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offramp-tool-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('a tool that changes the computer', () => {
  it('adds to its file, and only what it said itself is given back', async () => {
    const log = join(ownFolder(), 'log');
    writeFileSync(log, 'earlier\n');

    const result = await shell('echo out; echo err >&2; exit 7', log);

    expect(result).toEqual({ kind: 'ended', exitCode: 7, said: 'out\nerr\n' });
    expect(readFileSync(log, 'utf8')).toBe('earlier\nout\nerr\n');
  });

  it('is reported line by line while it runs, letters cut in half included', async () => {
    const seen: { readonly line: string; readonly atMs: number }[] = [];

    await shell(`printf 'a\\303'; sleep 0.5; printf '\\244\\r\\n\\nb\\n'; sleep 0.6; echo c`, null, (line) =>
      seen.push({ line, atMs: performance.now() }),
    );

    expect(seen.map(({ line }) => line)).toEqual(['aä', 'b', 'c']);
    expect((seen[2]?.atMs ?? 0) - (seen[0]?.atMs ?? 0)).toBeGreaterThan(200);
  });

  it('refuses a link in the place of its file, and does not start', async () => {
    const folder = ownFolder();
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'log'));

    const result = await shell(`touch ${folder}/started`, join(folder, 'log'));

    expect(result).toMatchObject({ kind: 'not-started', code: 'ELOOP' });
    expect([existsSync(join(folder, 'elsewhere')), existsSync(join(folder, 'started'))]).toEqual([false, false]);
  });

  it('says why it could not be started', async () => {
    const result = await runTool({
      program: '/no/such',
      arguments: [],
      environment: {},
      logFile: null,
      report: () => {},
    });

    expect(result).toMatchObject({ kind: 'not-started', code: 'ENOENT' });
  });

  it('comes to its end when the program that started it is killed', async () => {
    const folder = ownFolder();
    const bundle = join(folder, 'starter.cjs');
    await build({
      stdin: {
        contents: `import { runTool } from './run-tool'; void runTool({ program: '/bin/sh', arguments: ['-c', 'echo begun; sleep 1; echo ended'], environment: {}, logFile: ${JSON.stringify(join(folder, 'log'))}, report: (line) => process.stdout.write(line) });`,
        resolveDir: resolve('src/main/platform/linux'),
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      outfile: bundle,
    });
    const starter = spawn(process.execPath, [bundle]);
    onTestFinished(() => void starter.kill('SIGKILL'));
    await once(starter.stdout, 'data');

    starter.kill('SIGKILL');
    await once(starter, 'exit');

    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('begun\n');
    await expect.poll(() => readFileSync(join(folder, 'log'), 'utf8'), { timeout: 5000 }).toBe('begun\nended\n');
  });
});
