import type { MachineFile } from '../../../../../src/main/core/machine/machine-file';
import type { MsiProduct } from '../../../../../src/main/core/machine/software-shapes';
import { packedCode } from '../../../../../src/main/platform/windows/packed-code';
import type { RegistryEntry } from '../../registry-text';
import type { Planting } from '../planting';
import { recordedList } from '../recording';

/** Windows Installer's own records, as an installation leaves them, and the packages it keeps. */
export function installerRecords(file: MachineFile): Partial<Planting> {
  const products = recordedList(file, 'msi-products');
  return {
    keys: products.flatMap(recordsOf),
    files: products.flatMap(({ cachedPackage, cachedPackageExists }) =>
      cachedPackage !== null && cachedPackageExists === true ? [{ path: cachedPackage, text: '' }] : [],
    ),
  };
}

function recordsOf(product: MsiProduct): readonly RegistryEntry[] {
  const { productCode, upgradeCode, name, version, publisher, perUser, cachedPackage } = product;
  const packed = packedCode(productCode);
  if (packed === null) throw new Error(`${productCode} is no product code`);
  const advertised = perUser ? 'HKCU\\Software\\Microsoft\\Installer' : 'HKLM\\SOFTWARE\\Classes\\Installer';
  const families = perUser ? advertised : `${installer}`;
  const family = upgradeCode === null ? null : packedCode(upgradeCode);
  return [
    { key: `${advertised}\\Products\\${packed}`, values: { ProductName: name } },
    {
      key: `${installer}\\UserData\\${perUser ? laboratorysPerson : 'S-1-5-18'}\\Products\\${packed}\\InstallProperties`,
      values: {
        DisplayName: name,
        DisplayVersion: version,
        Publisher: publisher,
        ...(cachedPackage === null ? {} : { LocalPackage: cachedPackage }),
      },
    },
    ...(family === null ? [] : [{ key: `${families}\\UpgradeCodes\\${family}`, values: { [packed]: '' } }]),
  ];
}

const installer = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer';

/** Wine gives this to whoever runs it. */
export const laboratorysPerson = 'S-1-5-21-0-0-0-1000';
