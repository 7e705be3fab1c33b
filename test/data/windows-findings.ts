import type { Finding } from '../../src/main/core/probing/finding';

const finding = (kind: Finding['kind'], where: string, facts: Finding['facts']): Finding => ({
  probe: 'test',
  kind,
  where,
  facts,
  trust: 'system',
});

export const programs = 'C:\\Program Files (x86)\\Kaspersky Lab';
export const data = 'C:\\ProgramData\\Kaspersky Lab';
const services = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
const code = '{0FF0A3B0-0000-4000-8000-00000000AAAA}';

/** What Windows lists among installed apps; `publisher` is Kaspersky Lab unless told. */
export const entry = (name: string, version: string, publisher = 'Kaspersky Lab'): Finding =>
  finding('uninstall-entry', `HKLM32\\Uninstall\\${name}`, { name, publisher, version, productCode: code });

export const installerPackage = (name: string, version: string, facts: Finding['facts'] = {}): Finding =>
  finding('msi-product', `MSI ${name}`, {
    productCode: code,
    upgradeCode: null,
    name,
    version,
    publisher: 'Kaspersky Lab',
    cachedPackageExists: true,
    ...facts,
  });

export const key = (name: string, facts: Finding['facts'] = {}): Finding =>
  finding('vendor-key', `HKLM32\\SOFTWARE\\KasperskyLab\\${name}`, { key: name, hasEnvironment: true, ...facts });

export const service = (name: string, executable: string, executableExists = true): Finding =>
  finding('service', `${services}\\${name}`, { name, executable, executableExists });

export const driver = (name: string, executable: string, executableExists = true): Finding =>
  finding('driver', `${services}\\${name}`, { name, executable, executableExists });

export const running = (executable: string): Finding => finding('process', `pid ${executable}`, { executable });

export const folder = (parent: string, name: string): Finding =>
  finding('vendor-folder', `${parent}\\${name}`, { parent, name, kind: 'folder' });

export const filter = (name: string): Finding => finding('class-filter', `filters ${name}`, { name });

export const binding = (name: string): Finding =>
  finding('network-binding', name, { componentId: name, service: name });

export const listed = (name: string, ghost = false): Finding =>
  finding('protection', 'Security Center', { name, state: 'on', ghost });
