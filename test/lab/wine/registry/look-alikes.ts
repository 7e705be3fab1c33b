import { registryText, type RegistryFixture } from '../registry-text';
import { uninstall32, uninstall64, uninstallOfUser } from './places';
import { serviceEntry } from './service-entry';

/** Somebody else's e-book whose title begins with the name. All of it is invented. */
export const ebook: RegistryFixture = {
  title: 'e-book named Kaspersky',
  reg: registryText([
    {
      key: `${uninstall32}\\InventedReader-Kaspersky`,
      values: {
        DisplayName: 'Kaspersky: a life against viruses (e-book)',
        DisplayVersion: '1.0',
        Publisher: 'Invented Press',
        InstallLocation: 'C:\\Program Files (x86)\\Invented Press\\Kaspersky',
        UninstallString: '"C:\\Program Files (x86)\\Invented Press\\Kaspersky\\unins000.exe"',
      },
    },
  ]),
  files: [],
};

/** An SDK by the same vendor: not an antivirus (K-KCE, seen 2026-11-23). That it registers on Windows like this is invented. */
export const operatingSystemSdk: RegistryFixture = {
  title: 'KasperskyOS SDK',
  reg: registryText([
    {
      key: `${uninstall64}\\KasperskyOS-Community-Edition-1.3`,
      values: {
        DisplayName: 'KasperskyOS Community Edition SDK 1.3',
        DisplayVersion: '1.3.0.999',
        Publisher: 'AO Kaspersky Lab',
        InstallLocation: 'C:\\KasperskyOS-Community-Edition-1.3',
        UninstallString: 'C:\\KasperskyOS-Community-Edition-1.3\\uninstall.exe',
      },
    },
  ]),
  files: [],
};

/** What any program of an ordinary user may write, in the hope that somebody with more rights runs it. */
export const hostileUserEntry: RegistryFixture = {
  title: 'hostile entry in a user hive',
  reg: registryText([
    {
      key: `${uninstallOfUser}\\{9A017278-F7F4-4DF9-A482-0B97B70DD7ED}`,
      values: {
        DisplayName: 'Kaspersky Endpoint Security for Windows',
        DisplayVersion: '12.9.0.999',
        Publisher: 'AO Kaspersky Lab',
        InstallLocation: 'C:\\users\\Public\\Kaspersky Lab\\',
        UninstallString: 'C:\\users\\Public\\Kaspersky Lab\\uninstall.exe /quiet & calc.exe',
        QuietUninstallString: 'C:\\users\\Public\\Kaspersky Lab\\uninstall.exe',
        ['__proto__']: 'a name that breaks careless readers',
      },
    },
  ]),
  files: [{ path: 'C:\\users\\Public\\Kaspersky Lab\\uninstall.exe', content: 'must never be started\r\n' }],
};

/** Two drivers of Microsoft that were taken for Kaspersky's by others (G17, G23, G25, seen 2026-11-23). */
export const microsoftDrivers: RegistryFixture = {
  title: "Microsoft's KslD and dam",
  reg: registryText([
    serviceEntry({ name: 'KslD', imagePath: 'system32\\drivers\\wd\\KslD.sys', start: 'manual', driver: 'kernel' }),
    serviceEntry({
      name: 'dam',
      displayName: '@%SystemRoot%\\system32\\drivers\\dam.sys,-100',
      imagePath: 'system32\\drivers\\dam.sys',
      start: 'system',
      driver: 'kernel',
    }),
  ]),
  files: [],
};
