import type { Koffi } from './load-koffi';
import { isoFromFileTime } from './file-time';
import { openKeyReader } from './key-reader';
import { read, type Reading } from './reading';
import { rootHandles } from './registry-calls';
import { readTree } from './registry-tree';
import type { RegistryKey, RegistryRoot, RegistryTree, RegistryView, TreeLimits } from './registry-shapes';

/** Reads only; never creates, writes or deletes a key. Synchronous: one call is some microseconds. */
export interface NativeRegistry {
  readKey(root: RegistryRoot, path: string, view: RegistryView): Reading<RegistryKey>;
  readTree(root: RegistryRoot, path: string, view: RegistryView, limits: TreeLimits): Reading<RegistryTree>;
  /** The bytes of one value as they lie there: for lists that hold empty texts, which end a list for everybody else. */
  readBytes(root: RegistryRoot, path: string, view: RegistryView, name: string): Reading<Buffer>;
  /** When the key or one of its values last changed, ISO 8601 in UTC. */
  lastWriteTime(root: RegistryRoot, path: string, view: RegistryView): Reading<string>;
}

/** Binds the registry's functions. Buffers are made once and used again for every key, which is what makes whole trees quick. */
export function bindRegistry(koffi: Koffi): NativeRegistry {
  const reader = openKeyReader(koffi);
  return {
    readKey: (root, path, view) => reader.withKey(rootHandles[root], path, view, (key) => reader.readKey(key, path)),
    readTree: (root, path, view, limits) =>
      reader.withKey(rootHandles[root], path, view, (key) => read(readTree(reader, key, path, view, limits))),
    readBytes: (root, path, view, name) =>
      reader.withKey(rootHandles[root], path, view, (key) => reader.readBytes(key, name)),
    lastWriteTime: (root, path, view) =>
      reader.withKey(rootHandles[root], path, view, (key) => {
        const informed = reader.inform(key);
        return informed.status === 'ok' ? read(isoFromFileTime(informed.value.lastWrite)) : informed;
      }),
  };
}
