import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleForWindows } from './bundle-for-windows';
import type { ProbeRequest } from './native-probe';
import { endpointSecurity } from './registry/endpoint-security';
import { WineLab } from './wine-lab';

const available = WineLab.available();
const script = path.join(import.meta.dirname, '../../../scripts/build-windows-exe.mjs');
const installed = 'C:\\Program Files\\Offramp';
const environment: ProbeRequest = {
  ask: 'key',
  root: 'HKLM',
  path: 'SOFTWARE\\KasperskyLab\\protected\\KES\\environment',
  view: 32,
};

describe.skipIf(!available.ok)(`the single Windows executable${available.ok ? '' : `: ${available.reason}`}`, () => {
  const lab = new WineLab('single-file');
  let built: string;

  beforeAll(async () => {
    built = await mkdtemp(path.join(tmpdir(), 'offramp-windows-'));
    const bundle = await bundleForWindows(path.join(import.meta.dirname, 'native-probe.ts'));
    await promisify(execFile)(process.execPath, [
      script,
      '--bundle',
      bundle.file,
      '--out',
      path.join(built, 'offramp.exe'),
    ]);
    await bundle.remove();
    await lab.fresh();
    await cp(built, lab.hostPath(installed), { recursive: true });
    await lab.install(endpointSecurity());
  }, 300_000);

  afterAll(async () => {
    await lab.dispose();
    await rm(built, { recursive: true, force: true });
  });

  const run = (folder: string, requests: readonly ProbeRequest[]) =>
    lab.runExe(`${folder}\\offramp.exe`, [JSON.stringify(requests)]);

  test('reads the registry with nothing but itself and the folder beside it', async () => {
    const ended = await run(installed, [environment]);

    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(ended.stdout)).toMatchObject([
      { status: 'ok', value: { values: { ProductName: { data: 'Kaspersky Endpoint Security для Windows' } } } },
    ]);
  });

  test('carries our name and version, and no broken signature', async () => {
    const program = await readFile(path.join(built, 'offramp.exe'));
    const { version } = JSON.parse(await readFile(path.join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
      version: string;
    };

    const signatureEntry = program.readUInt32LE(0x3c) + 24 + 112 + 32;
    expect(program.readBigUInt64LE(signatureEntry)).toBe(0n);
    for (const word of ['Offramp', version]) expect(program.includes(Buffer.from(word, 'utf16le'))).toBe(true);
    expect(program.includes(Buffer.from('Node.js JavaScript', 'utf16le'))).toBe(false);
  });

  test('never loads a library that an ordinary user put at the root of the drive', async () => {
    const planted = "require('node:fs').writeFileSync('C:\\\\planted.txt', 'loaded');";
    for (const name of ['koffi', '@koromix\\koffi-win32-x64']) {
      await lab.addFile(`C:\\node_modules\\${name}\\index.cjs`, planted);
      await lab.addFile(`C:\\node_modules\\${name}\\index.js`, planted);
    }
    await cp(path.join(built, 'offramp.exe'), lab.hostPath('C:\\Program Files\\alone.exe'));

    const beside = await run(installed, [environment]);
    const alone = await lab.runExe('C:\\Program Files\\alone.exe', ['[]']);

    expect(JSON.parse(beside.stdout)).toMatchObject([{ status: 'ok' }]);
    expect(JSON.parse(alone.stdout)).toMatchObject({ unavailable: 'library-missing' });
    await expect(readFile(lab.hostPath('C:\\planted.txt'))).rejects.toThrow('ENOENT');
  });
});
