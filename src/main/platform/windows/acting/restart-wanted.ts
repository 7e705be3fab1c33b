import type { NativeRegistry } from '../native/registry';
import { pendingRenames } from '../pending-renames';
import { isInside } from './is-inside';

/** The moves that Windows will make at its next start, as lines to compare. */
export function movesAtNextStart(registry: NativeRegistry): ReadonlySet<string> {
  const lines = ['PendingFileRenameOperations', 'PendingFileRenameOperations2'].flatMap((name) => {
    const bytes = registry.readBytes('HKLM', 'SYSTEM\\CurrentControlSet\\Control\\Session Manager', 64, name);
    return bytes.status === 'ok' ? pendingRenames(bytes.value).map(({ from, to }) => `${from}>${to ?? ''}`) : [];
  });
  return new Set(lines);
}

/**
 * Whether an uninstaller left something for the next start to finish, whatever its exit code says. Its own copy in the temporary
 * folder, which it puts there to be deleted, counts for nothing.
 */
export function restartWanted(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  temporary: string | null,
): boolean {
  return [...after].some((line) => {
    const from = line.slice(0, line.indexOf('>'));
    return !before.has(line) && (temporary === null || !isInside(from, temporary));
  });
}
