import { ok, type Answer } from '../../core/machine/answer';
import type { MsiProduct } from '../../core/machine/software-shapes';
import { answerFrom } from './answer-from';
import { existsHere } from './exists-here';
import type { WindowsNative } from './native/open-native';
import type { RegistryRoot } from './native/registry-shapes';
import { packedCode, unpackedCode } from './packed-code';
import { nameOfKey } from './registry-data';

/** Products by Windows Installer's own account, each with its family and with the package kept for its removal. */
export function readMsiProducts({ installer, registry }: WindowsNative): Answer<MsiProduct[]> {
  const reading = installer.list();
  if (reading.status !== 'ok') return answerFrom(reading);
  const ofComputer = familiesIn(registry, 'HKLM', computersFamilies);
  // A person's own list speaks of the person's products alone: it must not lend a family to one of the computer.
  const ofPerson = familiesIn(registry, 'HKCU', personsFamilies);
  const familyOf = (packed: string, perUser: boolean): string | null =>
    (perUser ? ofPerson.get(packed) : undefined) ?? ofComputer.get(packed) ?? null;
  return ok(
    reading.value.map(({ productCode, perUser, name, version, publisher, localPackage }) => {
      const packed = packedCode(productCode);
      return {
        productCode,
        upgradeCode: packed === null ? null : familyOf(packed, perUser),
        name,
        version,
        publisher,
        perUser,
        cachedPackage: localPackage === '' ? null : localPackage,
        cachedPackageExists: localPackage === '' ? null : existsHere(localPackage),
      };
    }),
  );
}

/** By packed product code. Each family is a key, whose value names are the packed codes of its products. */
function familiesIn(
  registry: WindowsNative['registry'],
  root: RegistryRoot,
  path: string,
): ReadonlyMap<string, string> {
  const tree = registry.readTree(root, path, 64, { depth: 1, maxKeys: mostFamilies });
  const families = new Map<string, string>();
  if (tree.status !== 'ok') return families;
  for (const key of tree.value.keys) {
    const family = unpackedCode(nameOfKey(key.path));
    if (family === null) continue;
    for (const product of Object.keys(key.values)) families.set(product.toUpperCase(), family);
  }
  return families;
}

const computersFamilies = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\UpgradeCodes';
const personsFamilies = 'Software\\Microsoft\\Installer\\UpgradeCodes';
const mostFamilies = 20_000;
