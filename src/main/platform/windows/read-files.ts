import { lstatSync, readdirSync, readlinkSync, type Stats } from 'node:fs';
import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { FolderEntry, PathFacts } from '../../core/machine/shapes';
import { readLimited } from '../storage/read-limited';
import type { WindowsNative } from './native/open-native';
import { isOwnedBySystem } from './path-ownership';

/** What lies at a path, and whether the system alone can change it. */
export function readPath({ files }: WindowsNative, path: string): Answer<PathFacts> {
  return answering(() => {
    const stats = lstatSync(path);
    return {
      kind: kindOf(stats),
      linkTarget: stats.isSymbolicLink() ? readlinkSync(path) : null,
      sizeBytes: stats.size,
      modifiedAt: stats.mtime.toISOString(),
      ownedBySystem: isOwnedBySystem(files, path),
    };
  });
}

export function readFolder(path: string): Answer<FolderEntry[]> {
  return answering(() =>
    readdirSync(path, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  );
}

export function readText(path: string): Answer<string> {
  const text = readLimited(path);
  return text.ok ? ok(text.text) : unanswered(text.reason === 'missing' ? 'absent' : 'failed', text.detail);
}

type Kinds = Pick<Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

const kindOf = (entry: Kinds): PathFacts['kind'] =>
  entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';

function answering<T>(read: () => T): Answer<T> {
  try {
    return ok(read());
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    if (code === 'ENOENT' || code === 'ENOTDIR') return unanswered('absent', 'not there');
    return unanswered(code === 'EACCES' || code === 'EPERM' ? 'denied' : 'failed', code);
  }
}
