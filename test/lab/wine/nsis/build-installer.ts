import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildStandIn } from '../replant/build-stand-in';
import { installerScript, type Installer } from './installer-script';

/** Makes a real installer. Needs `makensis`, which the set-up of the laboratory installs; any warning of it is an error. */
export async function buildInstaller(installer: Installer): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'offramp-nsis-'));
  try {
    await writeFile(path.join(folder, 'stand-in.exe'), await buildStandIn());
    await writeFile(path.join(folder, 'installer.nsi'), installerScript(installer, 'stand-in.exe'));
    await promisify(execFile)('makensis', ['-V2', '-WX', '-INPUTCHARSET', 'UTF8', 'installer.nsi'], { cwd: folder });
    return await readFile(path.join(folder, 'installer.exe'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
