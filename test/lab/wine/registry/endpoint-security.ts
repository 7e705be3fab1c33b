import { registryText, type RegistryEntry, type RegistryFixture } from '../registry-text';
import { uninstall32, vendor32 } from './places';
import { serviceEntry } from './service-entry';

export interface EndpointSecurityOptions {
  /** 0: no licence, then the days mean nothing. */
  readonly licenceType: number;
  readonly daysLeft: number;
  /** Unix seconds; 0xFFFFFFFF: never. */
  readonly lastUpdate: number;
}

/**
 * Kaspersky Endpoint Security 12 from a Russian package: localised name, Cyrillic publisher in quotation marks (G44, G15),
 * two numbers for one product (G50, G15), services of the `KES.21.19` kind (G13, G15), keys `protected\KES` (G2, G6, G7) and licence
 * days (G1), product code from the help of 12.9 (K5); seen 2026-11-23. Build numbers and display names of
 * the services are invented.
 */
export function endpointSecurity(options: Partial<EndpointSecurityOptions> = {}): RegistryFixture {
  const { licenceType, daysLeft, lastUpdate } = {
    licenceType: 4,
    daysLeft: 180,
    lastUpdate: 1_788_220_800,
    ...options,
  };
  const code = '{9A017278-F7F4-4DF9-A482-0B97B70DD7ED}';
  const root = 'C:\\Program Files (x86)\\Kaspersky Lab\\KES.12.9.0';
  const entries: readonly RegistryEntry[] = [
    {
      key: `${uninstall32}\\${code}`,
      values: {
        DisplayName: 'Kaspersky Endpoint Security для Windows',
        DisplayVersion: '12.9.0.999',
        Publisher: '"Лаборатория Касперского"',
        InstallLocation: `${root}\\`,
        UninstallString: `MsiExec.exe /X${code}`,
        WindowsInstaller: 1,
      },
    },
    {
      key: `${vendor32}\\protected\\KES\\environment`,
      values: {
        ProductName: 'Kaspersky Endpoint Security для Windows',
        ProductVersion: '21.19.0.999',
        ProductDisplayVersion: '12.9.0.999',
        Ins_ProductVersion: '12.9.0.999',
        ProductHotfix: '',
        ProductRoot: root,
      },
    },
    {
      key: `${vendor32}\\protected\\KES\\Data`,
      values: { LastSuccessfulUpdate: lastUpdate, LicKeyType: licenceType, LicDaysTillExpiration: daysLeft },
    },
    serviceEntry({
      name: 'AVP.KES.21.19',
      displayName: 'Kaspersky Endpoint Security Service (21.19)',
      imagePath: `"${root}\\avp.exe" -r`,
      start: 'automatic',
    }),
    serviceEntry({
      name: 'avpsus.KES.21.19',
      displayName: 'Kaspersky Seamless Update Service (21.19)',
      imagePath: `"${root}\\avpsus.exe"`,
      start: 'automatic',
    }),
    serviceEntry({
      name: 'KLIF.KES-21-19',
      imagePath: 'system32\\DRIVERS\\KES-21-19\\klif.sys',
      start: 'boot',
      driver: 'file-system',
    }),
  ];
  return {
    title: 'Kaspersky Endpoint Security 12',
    reg: registryText(entries),
    files: ['avp.exe', 'avp.com', 'avpsus.exe'].map((name) => ({
      path: `${root}\\${name}`,
      content: 'Offramp laboratory stand-in, not the real product.\r\n',
    })),
  };
}
