import type { MachineFile } from '../../../../../src/main/core/machine/machine-file';
import type { RegistryEntry } from '../../registry-text';
import type { Planting } from '../planting';
import { recorded } from '../recording';

/** Restarts that are due, installations under way, and whether restore points are kept. */
export function condition(file: MachineFile): Partial<Planting> {
  const told = recorded(file, 'condition', {});
  if (told === null) return {};
  return {
    keys: [
      ...told.restartPending.map(reasonKey),
      ...(told.installerBusy === true ? [{ key: `${installer}\\InProgress`, values: {} }] : []),
      { key: restore, values: { RPSessionInterval: told.restorePoints === 'on' ? 1 : 0 } },
    ],
  };
}

function reasonKey(reason: string): RegistryEntry {
  if (reason === 'CBS RebootPending')
    return {
      key: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending',
      values: {},
    };
  if (reason === 'PendingFileRenameOperations')
    return {
      key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager',
      values: {
        PendingFileRenameOperations: { multi: ['\\??\\C:\\invented\\old.tmp', '\\??\\C:\\invented\\new.tmp'] },
      },
    };
  throw new Error(`${reason} is not planted yet`);
}

const installer = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer';
const restore = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SystemRestore';
