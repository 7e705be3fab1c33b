import type { PathFacts } from '../../core/machine/shapes';

/** What lies somewhere, from what `lstat` or a folder's listing says. */
export const entryKind = (entry: {
  readonly isFile: () => boolean;
  readonly isDirectory: () => boolean;
  readonly isSymbolicLink: () => boolean;
}): PathFacts['kind'] =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'other';
