import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { WineLab } from '../wine-lab';
import { endpoint } from './stand-ins';

const cache = 'C:\\windows\\Installer';

/** Takes away the package that Windows keeps for the removal, and the one it came from. */
export async function loseThePackage(lab: WineLab): Promise<void> {
  const folder = lab.hostPath(cache);
  for (const name of await readdir(folder))
    if (/\.msi$/i.test(name)) await rename(path.join(folder, name), path.join(folder, `${name}.lost`));
  await rm(lab.hostPath('Z:\\product.msi'));
}

/** Puts it back, so that the product can go. */
export async function findThePackage(lab: WineLab): Promise<void> {
  const folder = lab.hostPath(cache);
  for (const name of await readdir(folder).catch(() => []))
    if (name.endsWith('.lost')) await rename(path.join(folder, name), path.join(folder, name.slice(0, -5)));
}

const holding = new WeakMap<WineLab, Promise<unknown>>();

/** Holds Windows Installer's mutex for some seconds, as another installation would; less when it is told to let go. */
export async function keepMutex(lab: WineLab): Promise<void> {
  await rm(lab.hostPath('Z:\\let-go'), { force: true });
  await lab.addFile('Z:\\hold.cjs', holder);
  // Not waited for: it holds while the plan is carried out.
  holding.set(lab, lab.runExe('C:\\offramp-lab\\node.exe', ['Z:\\hold.cjs']));
  await lab.runExe('C:\\offramp-lab\\node.exe', ['-e', untilHeld]);
}

export async function letMutexGo(lab: WineLab): Promise<void> {
  await lab.addFile('Z:\\let-go', '');
  await holding.get(lab);
  await rm(lab.hostPath('Z:\\held'), { force: true });
}

const holder = `const { existsSync, writeFileSync } = require('node:fs');
const koffi = require('C:\\\\offramp-lab\\\\koffi\\\\index.cjs');
koffi.load('kernel32.dll').func('uintptr_t __stdcall CreateMutexW(void *a, int owner, str16 name)')(null, 1, 'Global\\\\_MSIExecute');
writeFileSync('Z:\\\\held', '');
const until = Date.now() + 9000;
setInterval(() => (existsSync('Z:\\\\let-go') || Date.now() > until) && process.exit(0), 100);
`;

const untilHeld = `const look = () => require('node:fs').existsSync('Z:\\\\held') || setTimeout(look, 50); look();`;

/** What an uninstaller of this product leaves: a folder with data, a service, keys of the computer and of the person. */
export async function plantLeftovers(lab: WineLab): Promise<void> {
  await lab.addFile('C:\\ProgramData\\Kaspersky Lab\\KES.21.19\\Data\\report.txt', 'left behind\r\n');
  const program = 'C:\\Program Files (x86)\\Kaspersky Lab\\KES.12.9.0\\avpsus.exe';
  await lab.runExe('sc.exe', ['create', 'avpsus.KES.21.19', 'binPath=', program]);
  await lab.importReg(`[HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES\\left]
"one"="left behind"

[HKEY_CURRENT_USER\\Software\\KasperskyLab\\AVP21.19]
"two"="left behind"
`);
}

export async function clearLeftovers(lab: WineLab): Promise<void> {
  await rm(lab.hostPath('C:\\ProgramData\\Kaspersky Lab'), { recursive: true, force: true });
  await lab.runExe('sc.exe', ['delete', 'avpsus.KES.21.19']);
  for (const key of ['HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab', 'HKCU\\Software\\KasperskyLab'])
    await lab.runExe('reg.exe', ['delete', key, '/f']);
}

/** At the next start Windows installs the product again, as a console does that still thinks it belongs there. */
export async function planReturn(lab: WineLab): Promise<void> {
  await lab.runExe('reg.exe', [
    'add',
    'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce',
    '/v',
    endpoint.productCode,
    '/d',
    'msiexec.exe /i Z:\\product.msi /qn /norestart',
    '/f',
  ]);
}
