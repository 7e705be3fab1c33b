import type { Action } from '../machine/actions';
import type { MachineReader } from '../machine/machine';

/** Whether what an action wants is already so on this computer: the question asked before repeating it and after doing it. */
export async function isAccomplished(action: Action, reader: MachineReader): Promise<'yes' | 'no' | 'unknown'> {
  switch (action.verb) {
    case 'remove-packages': {
      const packages = await reader.ask('packages', {}, 30_000);
      if (packages.status !== 'ok') return 'unknown';
      const left = packages.value.filter(
        ({ name, state }) => action.packages.includes(name) && (action.purge || state !== 'settings-kept'),
      );
      return left.length === 0 ? 'yes' : 'no';
    }
    case 'uninstall-msi':
      return isUnregistered(action.productCode, [64, 32], reader);
    case 'run-uninstaller':
      return isUnregistered(action.entry, [action.view], reader);
    case 'make-restore-point':
    case 'quarantine':
    case 'put-back':
      // The actor's own store knows, and doing them again does no harm.
      return 'unknown';
  }
}

/** Whether the list of installed programs has no entry of this name any more. */
async function isUnregistered(
  entry: string,
  views: readonly (32 | 64)[],
  reader: MachineReader,
): Promise<'yes' | 'no' | 'unknown'> {
  const path = `SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${entry}`;
  const answers = await Promise.all(
    views.map((view) => reader.ask('registry-tree', { root: 'HKLM', view, path, depth: 0 }, 10_000)),
  );
  if (answers.some(({ status }) => status === 'ok')) return 'no';
  return answers.every(({ status }) => status === 'absent') ? 'yes' : 'unknown';
}
