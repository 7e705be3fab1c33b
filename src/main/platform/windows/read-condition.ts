import { ok, type Answer } from '../../core/machine/answer';
import type { Condition } from '../../core/machine/condition-shapes';
import type { WindowsNative } from './native/open-native';
import { numberOf } from './registry-data';
import { restartReasons } from './restart-reasons';
import { isServer } from './windows-role';

/** The condition this Windows is in. Each part on its own: one that cannot be told is null and hides no other. */
export function readCondition(native: WindowsNative): Answer<Condition> {
  const { surroundings } = native;
  const power = surroundings.power();
  return ok({
    restartPending: [...restartReasons(native.registry)],
    remoteSession: surroundings.isRemoteSession(),
    onBattery: power?.onBattery ?? null,
    batteryPercent: power?.percent ?? null,
    safeMode: surroundings.isSafeMode(),
    installerBusy: installerBusy(native),
    restorePoints: restorePoints(native),
  });
}

/** Windows Installer holds the mutex while it changes something, and the key from its first change until it is done or undone. */
function installerBusy({ surroundings, registry }: WindowsNative): boolean | null {
  const held = surroundings.mutexExists('Global\\_MSIExecute');
  if (held === true) return true;
  const key = registry.readTree('HKLM', inProgress, 64, { depth: 0, maxKeys: 1, only: [] });
  if (key.status === 'ok') return true;
  return key.status === 'absent' ? held : null;
}

/** By the settings of System Restore; a policy has the last word. Servers have none. */
function restorePoints(native: WindowsNative): Condition['restorePoints'] {
  if (isServer(native)) return 'not-here';
  const setting = (path: string, name: string): number | null => {
    const key = native.registry.readKey('HKLM', path, 64);
    return key.status === 'ok' ? numberOf(key.value.values, name) : null;
  };
  const isForbidden = (setting(policy, 'DisableSR') ?? 0) !== 0 || (setting(settings, 'DisableSR') ?? 0) !== 0;
  if (isForbidden) return 'off';
  const interval = setting(settings, 'RPSessionInterval');
  return interval === null ? 'unknown' : interval === 0 ? 'off' : 'on';
}

const inProgress = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\InProgress';
const settings = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SystemRestore';
const policy = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\SystemRestore';
