import { ok, type Answer } from '../../core/machine/answer';
import type { Condition } from '../../core/machine/condition-shapes';
import type { SystemExtension } from '../../core/machine/software-shapes';
import type { MacTools } from './mac-tools';

/**
 * What files tell of the condition a Mac is in: system extensions that wait for a restart. Power, safe mode and a running installer are told
 * by programs alone, so they stay unknown, and so does a session that is not plainly one over SSH: the screen can be shared.
 */
export function readCondition(
  { environment }: Pick<MacTools, 'environment'>,
  extensions: Answer<readonly SystemExtension[]>,
): Answer<Condition> {
  const waiting =
    extensions.status === 'ok' ? extensions.value.filter(({ state }) => state.endsWith('_on_reboot')) : [];
  const isOverSsh = ['SSH_CONNECTION', 'SSH_TTY'].some((name) => (environment[name] ?? '') !== '');
  return ok({
    restartPending: waiting.map(({ id }) => `system extension ${id}`),
    remoteSession: isOverSsh ? true : null,
    onBattery: null,
    batteryPercent: null,
    safeMode: null,
    installerBusy: null,
    restorePoints: 'not-here',
  });
}
