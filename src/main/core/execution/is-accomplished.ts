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
    case 'uninstall-msi': {
      const path = `SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${action.productCode}`;
      const entries = await Promise.all(
        ([64, 32] as const).map((view) => reader.ask('registry-tree', { root: 'HKLM', view, path, depth: 0 }, 10_000)),
      );
      if (entries.some(({ status }) => status === 'ok')) return 'no';
      return entries.every(({ status }) => status === 'absent') ? 'yes' : 'unknown';
    }
  }
}
