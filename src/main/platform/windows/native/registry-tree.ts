import type { KeyReader } from './key-reader';
import { read, type NoReading } from './reading';
import type { RegistryKey, RegistryTree, RegistryView, TreeLimits } from './registry-shapes';
import type { KeyHandle } from './registry-calls';

/**
 * Reads an open key and what lies below it, parents first. Subkeys are opened from their parent's handle: no path is walked twice.
 * A subkey that vanished meanwhile is left out; one that is denied or fails is named in `unread`.
 */
export function readTree(
  reader: KeyReader,
  top: KeyHandle,
  topPath: string,
  view: RegistryView,
  limits: TreeLimits,
): RegistryTree {
  const keys: RegistryKey[] = [];
  const unread: { path: string; why: NoReading }[] = [];
  let complete = true;
  visit(top, topPath, 0);
  return { keys, complete, unread };

  function visit(key: KeyHandle, path: string, level: number): void {
    if (keys.length >= limits.maxKeys) {
      complete = false;
      return;
    }
    const found = reader.readKey(key, path, limits.only);
    if (found.status !== 'ok') {
      note(path, found);
      return;
    }
    keys.push(found.value);
    if (level < limits.depth) for (const name of found.value.subkeys) visitSubkey(key, path, name, level + 1);
  }

  function visitSubkey(parent: KeyHandle, parentPath: string, name: string, level: number): void {
    if (!complete) return;
    const path = parentPath === '' ? name : `${parentPath}\\${name}`;
    const opened = reader.withKey(parent, name, view, (key) => {
      visit(key, path, level);
      return read(null);
    });
    if (opened.status !== 'ok') note(path, opened);
  }

  function note(path: string, why: NoReading): void {
    if (why.status !== 'absent') unread.push({ path, why });
  }
}
