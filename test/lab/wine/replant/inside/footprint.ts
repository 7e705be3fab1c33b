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
    services: services.status === 'ok' ? sorted(services.value.map(({ name }) => name)) : services.status,
    // Windows starts and ends programs of its own as it likes.
    programs:
      processes.status === 'ok'
        ? sorted(processes.value.flatMap(({ executable }) => (isWindowsOwn(executable) ? [] : [executable ?? ''])))
        : processes.status,
  };
}

const sorted = (names: readonly string[]): string => [...names].sort().join();
const isWindowsOwn = (program: string | null): boolean => program === null || /^C:\\windows\\/i.test(program);

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
  ['HKLM', 'SOFTWARE', 0],
  ['HKLM', 'SOFTWARE\\WOW6432Node', 0],
  ['HKLM', 'SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall', 1],
  ['HKLM', 'SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Run', 0],
  ['HKLM', 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion', 0],
  ['HKLM', 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall', 1],
  ['HKLM', 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run', 0],
  ['HKLM', 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer', 6],
  ['HKLM', 'SOFTWARE\\Classes\\Installer', 3],
  ['HKLM', 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', 0],
  ['HKLM', 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList', 1],
  ['HKLM', 'SOFTWARE\\Microsoft\\SystemCertificates\\Root\\Certificates', 1],
  ['HKLM', 'SOFTWARE\\Microsoft\\SystemCertificates\\CA\\Certificates', 1],
  ['HKLM', 'SOFTWARE\\Policies', 6],
  ['HKLM', 'SYSTEM\\CurrentControlSet\\Control\\Class', 1],
  ['HKLM', 'SYSTEM\\CurrentControlSet\\Control\\Network', 3],
  ['HKLM', 'SYSTEM\\CurrentControlSet\\Control\\ProductOptions', 0],
  ['HKLM', 'SYSTEM\\CurrentControlSet\\Control\\Session Manager', 0],
  ['HKLM', 'SYSTEM\\CurrentControlSet\\Services', 0],
  ['HKCU', 'SOFTWARE', 0],
  ['HKCU', 'SOFTWARE\\Microsoft', 0],
  ['HKCU', 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion', 1],
  ['HKCU', 'SOFTWARE\\Microsoft\\SystemCertificates\\Root\\Certificates', 1],
  ['HKU', '', 0],
];

const folders = [
  'C:\\Program Files',
  'C:\\Program Files (x86)',
  'C:\\ProgramData',
  'C:\\users\\user-1',
  'C:\\users\\Administrator',
  'C:\\windows\\Installer',
  'C:\\windows\\system32\\Tasks',
  'C:\\windows\\system32\\drivers',
  'D:\\',
];
