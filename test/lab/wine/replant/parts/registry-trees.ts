import type { MachineFile } from '../../../../../src/main/core/machine/machine-file';
import type { RegistryKey } from '../../../../../src/main/core/machine/shapes';
import type { RegistryData, RegistryEntry } from '../../registry-text';
import type { Planting } from '../planting';
import { recordedWith } from '../recording';

/** The vendor's keys and the lists of installed programs, which a recording keeps as they were: both views, the person's hive, other hives. */
export function registryTrees(file: MachineFile): Partial<Planting> {
  return {
    keys: recordedWith(file, 'registry-tree').flatMap(({ given, value }) =>
      value.map((key) => entryOf(given['root'] ?? '', given['view'] === '32', key)),
    ),
  };
}

function entryOf(root: string, is32Bit: boolean, { path, values }: RegistryKey): RegistryEntry {
  const place = is32Bit ? path.replace(/^SOFTWARE\\/i, 'SOFTWARE\\WOW6432Node\\') : path;
  return {
    key: `${root}\\${place}`,
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, dataOf(value)])),
  };
}

function dataOf({ type, data }: RegistryKey['values'][string]): RegistryData {
  if (type === 'REG_SZ' && typeof data === 'string') return data;
  if (type === 'REG_DWORD' && typeof data === 'number') return data;
  if (type === 'REG_EXPAND_SZ' && typeof data === 'string') return { expand: data };
  if (type === 'REG_QWORD' && typeof data === 'string') return { qword: data };
  if (type === 'REG_BINARY' && typeof data === 'string') return { binary: data };
  if (type === 'REG_MULTI_SZ' && Array.isArray(data)) return { multi: data };
  throw new Error(`${type} of this form is not planted yet`);
}
