import type { Platform } from '../../machine/shapes';
import type { Finding } from '../../probing/finding';
import { recognised, type Recognised } from './blocker-kinds';

/** Below this a computer on battery may not last through a removal and a restart. */
const lowBatteryPercent = 40;

/** What the condition of the computer has to do with a removal; nothing is said of what could not be told. */
export function conditionBlockers(
  findings: readonly Finding[],
  computer: { readonly platform: Platform; readonly role: 'workstation' | 'server' },
): readonly Recognised[] {
  const facts = findings.find(({ kind }) => kind === 'condition')?.facts ?? {};
  const offByPolicy = findings.find(
    ({ kind, facts: builtIn }) => kind === 'built-in-protection' && builtIn['offByPolicy'] === true,
  );
  return [
    ...(facts['installerBusy'] === true ? [recognised('installer-busy')] : []),
    ...restart(facts['restartPending']),
    ...(facts['safeMode'] === true ? [recognised('safe-mode')] : []),
    ...battery(facts['onBattery'], facts['batteryPercent']),
    ...(facts['remoteSession'] === true ? [recognised('remote-session')] : []),
    ...(facts['restorePoints'] === 'off' ? [recognised('no-restore-point')] : []),
    // Security Center does not exist on a server, so nothing there takes over by itself (G46, seen 2026-11-23).
    ...(computer.platform === 'windows' && computer.role === 'server'
      ? [recognised('server-without-security-center')]
      : []),
    ...(offByPolicy === undefined
      ? []
      : [recognised('built-in-off-by-policy', null, { product: String(offByPolicy.facts['name']) })]),
  ];
}

/** Files waiting to be renamed are there on many healthy computers; what Windows itself calls a due restart makes an MSI fail with 1603 (M1, G12, seen 2026-11-23). */
function restart(pending: Finding['facts'][string] | undefined): readonly Recognised[] {
  if (typeof pending !== 'string') return [];
  const reasons = pending.split(', ');
  const id = reasons.every((reason) => /rename/i.test(reason)) ? 'renames-pending' : 'restart-pending';
  return [recognised(id, null, { reasons: pending })];
}

function battery(onBattery: unknown, percent: unknown): readonly Recognised[] {
  if (onBattery !== true) return [];
  return typeof percent === 'number' && percent < lowBatteryPercent
    ? [recognised('battery-low', null, { percent: String(percent) })]
    : [recognised('on-battery')];
}
