import type { NativeRegistry } from './native/registry';
import { pendingRenames } from './pending-renames';

/** Why a restart is due, by the names of the keys and values that say so. */
export function restartReasons(registry: NativeRegistry): readonly string[] {
  const keys = reasonKeys.filter(({ path }) => registry.readTree('HKLM', path, 64, justThere).status === 'ok');
  const values = ['PendingFileRenameOperations', 'PendingFileRenameOperations2'].filter((name) => {
    const bytes = registry.readBytes('HKLM', sessionManager, 64, name);
    if (bytes.status === 'ok') return pendingRenames(bytes.value).length > 0;
    // Too much to read is not nothing.
    return bytes.status === 'failed';
  });
  return [...keys.map(({ reason }) => reason), ...values];
}

const reasonKeys = [
  {
    reason: 'CBS RebootPending',
    path: 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending',
  },
  {
    reason: 'WindowsUpdate RebootRequired',
    path: 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired',
  },
] as const;

const justThere = { depth: 0, maxKeys: 1, only: [] };
const sessionManager = 'SYSTEM\\CurrentControlSet\\Control\\Session Manager';
