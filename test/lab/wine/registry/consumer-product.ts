import { registryText, type RegistryEntry, type RegistryFixture } from '../registry-text';
import { keyboardClass, uninstall32, vendor32 } from './places';
import { serviceEntry } from './service-entry';

export interface ConsumerProduct {
  readonly name: string;
  /** As in service and key names: `21.3`. */
  readonly line: string;
  readonly build: string;
  readonly productCode: string;
  /** Unix seconds, or null: never updated. */
  readonly lastUpdate: number | null;
  readonly daysLeft: number | null;
}

/**
 * A consumer product of the 21.x line as 64-bit Windows shows it, in the 32-bit view. Names of keys, values, services and drivers:
 * G2, G3 (environment), G31 (SubscriptionUrl), G16, G17, G23 (services, drivers), G32 (product code, folder), G49 (build),
 * M2 (altitude); seen 2026-11-23. Whether `LicDaysTillExpiration` exists for consumer products is not known, so it is not here.
 * Dates, sizes, the exact texts with `%OtherValue%` in them and the query string around its one known parameter are invented.
 */
export function consumerProduct(product: Partial<ConsumerProduct> = {}): RegistryFixture {
  const { name, line, build, productCode, lastUpdate, daysLeft } = { ...securityCloud213, ...product };
  const root = `C:\\Program Files (x86)\\Kaspersky Lab\\${name} ${line}`;
  const settings = `${vendor32}\\AVP${line}`;
  const entries: readonly RegistryEntry[] = [
    {
      key: `${uninstall32}\\${productCode}`,
      values: {
        DisplayName: name,
        DisplayVersion: build,
        Publisher: 'Kaspersky',
        InstallLocation: `${root}\\`,
        InstallDate: '20230114',
        UninstallString: `MsiExec.exe /I${productCode}`,
        WindowsInstaller: 1,
        EstimatedSize: 234_567,
      },
    },
    {
      key: `${settings}\\environment`,
      values: {
        ProductName: name,
        ProductCode: productCode,
        ProductRoot: root,
        ProductVersion: build,
        DataFolder: `C:\\ProgramData\\Kaspersky Lab\\AVP${line}`,
        Bases: '%DataFolder%\\Bases',
        UpdateRoot: '%Bases%\\Cache',
      },
    },
    { key: `${settings}\\Data`, values: lastUpdate === null ? {} : { LastSuccessfulUpdate: lastUpdate } },
    {
      key: `${settings}\\Data\\CrossProductStore`,
      values: {
        SubscriptionUrl: `https://invented.example/?act-lic-daystillexpiration=${daysLeft ?? ''}&invented=1`,
      },
    },
    { key: `${settings}\\settings`, values: { EnableSelfProtection: 1 } },
    serviceEntry({
      name: `AVP${line}`,
      displayName: `Kaspersky Anti-Virus Service ${line}`,
      imagePath: `"${root}\\avp.exe" -r`,
      start: 'automatic',
    }),
    serviceEntry({
      name: `klvssbridge64_${line}`,
      displayName: `Kaspersky Volume Shadow Copy Service Bridge ${line}`,
      imagePath: `"${root}\\x64\\vssbridge64.exe"`,
      start: 'manual',
    }),
    serviceEntry({ name: 'klif', imagePath: 'system32\\DRIVERS\\klif.sys', start: 'boot', driver: 'file-system' }),
    {
      key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\klif\\Instances\\klif Instance',
      values: { Altitude: '320400' },
    },
    serviceEntry({
      name: 'klkbdflt2',
      imagePath: 'system32\\DRIVERS\\klkbdflt2.sys',
      start: 'manual',
      driver: 'kernel',
    }),
    { key: keyboardClass, values: { UpperFilters: { multi: ['klkbdflt2', 'kbdclass'] } } },
  ];
  return {
    title: `${name} ${line}`,
    reg: registryText(entries),
    files: [
      { path: `${root}\\avp.exe`, content: standIn },
      { path: `${root}\\x64\\vssbridge64.exe`, content: standIn },
      { path: 'C:\\windows\\system32\\drivers\\klif.sys', content: standIn },
      // A filter on keyboards whose driver is missing would be a warning of its own.
      { path: 'C:\\windows\\system32\\drivers\\klkbdflt2.sys', content: standIn },
    ],
  };
}

const securityCloud213: ConsumerProduct = {
  name: 'Kaspersky Security Cloud',
  line: '21.3',
  build: '21.3.10.391',
  productCode: '{FF2A12B8-AEB7-48C0-95C8-E2E3D67DFCB2}',
  lastUpdate: Date.UTC(2026, 8, 1) / 1000,
  daysLeft: 42,
};

const standIn = 'Offramp laboratory stand-in, not the real product.\r\n';
