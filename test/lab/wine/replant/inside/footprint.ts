import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { WindowsNative } from '../../../../../src/main/platform/windows/native/open-native';
import type { RegistryRoot } from '../../../../../src/main/platform/windows/native/registry-shapes';

/** What lies, runs and is registered wherever something may have been planted, as one line for each place: equal when nothing is left. */
export function footprint(native: WindowsNative): Readonly<Record<string, string>> {
  const services = native.services.list();
  const processes = native.processes.list();
  return {
    ...Object.fromEntries(places.map(([root, path, depth]) => [`${root}\\${path}`, keysAt(native, root, path, depth)])),
    ...Object.fromEntries(folders.map((folder) => [folder, filesIn(folder)])),
    services:
      services.status === 'ok'
        ? services.value
            .map(({ name, state }) => `${name} ${state}`)
            .sort()
            .join()
        : services.status,
    programs:
      processes.status === 'ok'
        ? processes.value
            .map(({ name }) => name)
            .sort()
            .join()
        : processes.status,
  };
}

function keysAt({ registry }: WindowsNative, root: RegistryRoot, path: string, depth: number): string {
  const tree = registry.readTree(root, path, 64, { depth, maxKeys: 50_000 });
  if (tree.status !== 'ok') return tree.status;
  return `${tree.value.keys.length} keys ${createHash('sha256').update(JSON.stringify(tree.value)).digest('hex').slice(0, 16)}`;
}

function filesIn(folder: string): string {
  try {
    return readdirSync(folder, { recursive: true }).map(String).sort().join();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unreadable';
  }
}

/** With how many levels below. */
const places: readonly (readonly [RegistryRoot, string, number])[] = [
  ['HKLM', 'SOFTWARE\\KasperskyLab', 9],
  ['HKLM', 'SOFTWARE\\WOW6432Node', 2],
  ['HKLM', 'SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion', 2],
  ['HKLM', 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall', 2],
  ['HKLM', 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run', 0],
  ['HKLM', 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer', 6],
  ['HKLM', 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing', 1],
  ['HKLM', 'SOFTWARE\\Classes\\Installer', 3],
  ['HKLM', 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', 0],
  ['HKLM', 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList', 1],
  ['HKLM', 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SystemRestore', 0],
  ['HKLM', 'SOFTWARE\\Microsoft\\Security Center', 4],
  ['HKLM', 'SOFTWARE\\Microsoft\\Windows Defender', 3],
  ['HKLM', 'SOFTWARE\\Microsoft\\SystemCertificates\\Root\\Certificates', 0],
  ['HKLM', 'SOFTWARE\\Microsoft\\SystemCertificates\\CA\\Certificates', 0],
  ['HKLM', 'SOFTWARE\\Policies', 6],
  ['HKLM', 'SOFTWARE\\Google', 6],
  ['HKLM', 'SYSTEM\\CurrentControlSet\\Control\\Class', 1],
  ['HKLM', 'SYSTEM\\CurrentControlSet\\Control\\Network', 3],
  ['HKLM', 'SYSTEM\\CurrentControlSet\\Control\\ProductOptions', 0],
  ['HKLM', 'SYSTEM\\CurrentControlSet\\Control\\Session Manager', 0],
  ['HKLM', 'SYSTEM\\CurrentControlSet\\Services', 1],
  ['HKCU', 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion', 2],
  ['HKCU', 'SOFTWARE\\Microsoft\\Installer', 3],
  ['HKCU', 'SOFTWARE\\Microsoft\\SystemCertificates\\Root\\Certificates', 0],
  ['HKU', '', 0],
];

const folders = [
  'C:\\Program Files',
  'C:\\Program Files (x86)',
  'C:\\ProgramData',
  'C:\\users',
  'C:\\windows\\Installer',
  'C:\\windows\\system32\\Tasks',
  'C:\\windows\\system32\\drivers',
];
