import type { MachineActor } from '../../../core/machine/machine';
import { askPowerShell } from '../ask-powershell';
import { isElevated } from '../read-privilege';
import { readRestorePoints } from '../read-restore-points';
import { failed, type ActingTools } from './acting-tools';
import { makeRestorePoint } from './make-restore-point';
import { runUninstaller } from './run-uninstaller';
import { uninstallMsi } from './uninstall-msi';

/** Moves things aside and puts them back; see `../quarantine`. */
export interface Keeping {
  readonly quarantine: MachineActor['act'];
  readonly putBack: MachineActor['act'];
  readonly keeps: MachineActor['keeps'];
}

/** Acts on this Windows computer. Needs administrator rights, never asks for them, and never ends an uninstaller that takes long. */
export function windowsActor(tools: ActingTools, keeping: Keeping): MachineActor {
  return {
    act: async (action, surroundings) => {
      if (!isElevated(tools.native)) return failed('needs-elevation');
      switch (action.verb) {
        case 'uninstall-msi':
          return uninstallMsi(tools, action, surroundings);
        case 'run-uninstaller':
          return runUninstaller(tools, action, surroundings);
        case 'make-restore-point':
          return makeRestorePoint({
            list: () => readRestorePoints(tools.native, readingMs),
            make: () => askPowerShell(tools.native.folders, makeOne, makingMs),
            now: () => new Date(),
          });
        case 'quarantine':
          return keeping.quarantine(action, surroundings);
        case 'put-back':
          return keeping.putBack(action, surroundings);
        case 'remove-packages':
          return failed('tool-failed', 'Windows has no package manager');
      }
    },
    keeps: (run) => keeping.keeps(run),
  };
}

const makeOne =
  "$ErrorActionPreference='Stop'; Checkpoint-Computer -Description 'Offramp' -RestorePointType APPLICATION_UNINSTALL";
const readingMs = 60_000;
const makingMs = 10 * 60_000;
