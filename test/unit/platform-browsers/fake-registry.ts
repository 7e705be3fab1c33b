import { notRead, read } from '../../../src/main/platform/windows/native/reading';
import type { NativeRegistry } from '../../../src/main/platform/windows/native/registry';
import type { RegistryKey } from '../../../src/main/platform/windows/native/registry-shapes';
import type { RegistryValue } from '../../../src/main/platform/windows/native/registry-value';

type Values = Readonly<Record<string, string | readonly string[]>>;

/**
 * A registry in memory: `ROOT/VIEW/path` -> values, or a refusal. Keys above those named are there too. Both views of a root are told apart, as
 * on Windows, except that nothing here is shared between them.
 */
export function fakeRegistry(keys: Readonly<Record<string, Values | 'denied'>>): NativeRegistry {
  const known = Object.entries(keys).map(([path, values]) => ({ path: path.toLowerCase(), spelled: path, values }));
  const childrenOf = (path: string): readonly string[] => {
    const prefix = `${path.toLowerCase()}\\`.replace(/\/\\$/, '/');
    const names = known
      .filter((key) => key.path.startsWith(prefix))
      .map((key) => key.spelled.slice(prefix.length).split('\\')[0] ?? '');
    return [...new Set(names)];
  };
  const readKey = (address: string, path: string, only?: readonly string[]) => {
    const entry = known.find((key) => key.path === address.toLowerCase());
    if (entry?.values === 'denied') return notRead('RegOpenKeyExW', 5);
    const subkeys = childrenOf(address);
    if (entry === undefined && subkeys.length === 0) return notRead('RegOpenKeyExW', 2);
    const values = Object.entries(entry === undefined ? {} : entry.values)
      .filter(([name]) => only?.some((wanted) => wanted.toLowerCase() === name.toLowerCase()) ?? true)
      .map(([name, data]): [string, RegistryValue] => [
        name,
        { type: typeof data === 'string' ? 'REG_SZ' : 'REG_MULTI_SZ', data },
      ]);
    return read<RegistryKey>({ path, subkeys, values: Object.fromEntries(values) });
  };
  return {
    readKey: (root, path, view) => readKey(`${root}/${view}/${path}`, path),
    readTree: (root, path, view, { depth, only }) => {
      const found: RegistryKey[] = [];
      const unread: { path: string; why: ReturnType<typeof notRead> }[] = [];
      const visit = (at: string, level: number) => {
        const key = readKey(`${root}/${view}/${at}`, at, only);
        if (key.status !== 'ok') return level === 0 ? key : void unread.push({ path: at, why: key });
        found.push(key.value);
        if (level < depth) for (const name of key.value.subkeys) visit(at === '' ? name : `${at}\\${name}`, level + 1);
        return undefined;
      };
      return visit(path, 0) ?? read({ keys: found, complete: true, unread });
    },
    readBytes: () => notRead('RegQueryValueExW', 2),
    lastWriteTime: () => notRead('RegQueryInfoKeyW', 2),
  };
}
