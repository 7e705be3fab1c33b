import { ok, type Answer } from '../../core/machine/answer';
import type { Condition } from '../../core/machine/condition-shapes';
import type { PackageTools } from '../../core/machine/shapes';
import type { LinuxTools } from './linux-tools';
import { readPowerSupply } from './read-power-supply';
import { isRemoteSession } from './remote-session';
import { restartReasons } from './restart-reasons';

/**
 * What must be settled or known before something is removed. Linux has no one safe mode that could be told from outside, and restore points
 * are a matter of file systems that a removal of packages does not go through.
 */
export function readCondition(tools: LinuxTools, packageTools: Answer<PackageTools>): Answer<Condition> {
  return ok({
    restartPending: [...restartReasons(tools)],
    remoteSession: isRemoteSession(tools),
    ...readPowerSupply(tools),
    safeMode: null,
    // Without a package database nobody can say whether somebody works on it.
    installerBusy: packageTools.status === 'ok' ? packageTools.value.lockedBy !== null : null,
    restorePoints: 'not-here',
  });
}
