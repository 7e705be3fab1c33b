import { ok, type Answer } from '../../core/machine/answer';
import type { BuiltInProtection } from '../../core/machine/condition-shapes';
import { answerFrom } from './answer-from';
import { judgeDefender, type DefenderFacts } from './judge-defender';
import { isoFromFileTime } from './native/file-time';
import type { WindowsNative } from './native/open-native';
import type { Reading } from './native/reading';
import { numberOf } from './registry-data';
import { securityProviders } from './security-providers';

/**
 * Microsoft Defender, from its service, its settings and the policies on it (background knowledge of Windows): several facts, since
 * no single one is to be trusted. A Windows without any of it has no built-in protection.
 */
export function readBuiltInProtection(native: WindowsNative): Answer<BuiltInProtection[]> {
  const settings = native.registry.readKey('HKLM', home, 64);
  const service = serviceState(native);
  if (service.status !== 'ok') return answerFrom(service);
  if (settings.status === 'absent' && service.value === 'absent') return ok([]);
  // Settings that may not be read could say that it is off.
  if (settings.status === 'denied' || settings.status === 'failed') return answerFrom(settings);
  const facts = factsOf(native, service.value);
  const said = Object.entries(facts).flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]));
  return ok([
    {
      name: nameOf(native),
      ...judgeDefender(facts),
      definitionsDate: definitionsDate(native),
      seenBy: `HKLM\\${home}, its policies and the service WinDefend: ${said.join(', ')}`,
    },
  ]);
}

function serviceState({ services }: WindowsNative): Reading<DefenderFacts['service']> {
  const list = services.list();
  if (list.status !== 'ok') return list;
  const found = list.value.find(({ name }) => name.toLowerCase() === 'windefend');
  if (found === undefined) return { status: 'ok', value: 'absent' };
  if (found.state === 'running') return { status: 'ok', value: 'running' };
  if (found.state !== 'stopped') return { status: 'ok', value: 'unknown' };
  const isDisabled = found.config.status === 'ok' && found.config.value.startType === 'disabled';
  return { status: 'ok', value: isDisabled ? 'disabled' : 'stopped' };
}

function factsOf({ registry }: WindowsNative, service: DefenderFacts['service']): DefenderFacts {
  const setting = (path: string, ...names: readonly string[]): number | null => {
    const key = registry.readKey('HKLM', path, 64);
    if (key.status !== 'ok') return null;
    const numbers = names.map((name) => numberOf(key.value.values, name)).filter((number) => number !== null);
    return numbers.length === 0 ? null : Math.max(...numbers);
  };
  return {
    service,
    disabled: setting(home, 'DisableAntiSpyware', 'DisableAntiVirus'),
    passive: setting(home, 'PassiveMode'),
    realTimeDisabled: setting(`${home}\\Real-Time Protection`, 'DisableRealtimeMonitoring'),
    policyDisabled: setting(policies, 'DisableAntiSpyware', 'DisableAntiVirus'),
    policyRealTimeDisabled: setting(`${policies}\\Real-Time Protection`, 'DisableRealtimeMonitoring'),
    policyPassive: setting(forServers, 'ForceDefenderPassiveMode'),
  };
}

/** By the time of the last update, eight bytes of a FILETIME; null when that is no time of this century. */
function definitionsDate({ registry }: WindowsNative): string | null {
  const bytes = registry.readBytes('HKLM', `${home}\\Signature Updates`, 64, 'SignaturesLastUpdated');
  if (bytes.status !== 'ok' || bytes.value.length !== 8) return null;
  const time = bytes.value.readBigUInt64LE(0);
  return time > year2000 && time < year2100 ? isoFromFileTime(time) : null;
}

/** As Security Center calls it where it lists it, so that it is counted once. */
function nameOf(native: WindowsNative): string {
  const list = securityProviders(native);
  const listed =
    list.status === 'ok' ? list.value.find(({ name }) => /^(Windows|Microsoft) Defender/i.test(name)) : null;
  return listed?.name ?? 'Microsoft Defender Antivirus';
}

const home = 'SOFTWARE\\Microsoft\\Windows Defender';
const policies = 'SOFTWARE\\Policies\\Microsoft\\Windows Defender';
const forServers = 'SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection';
const year2000 = 125_911_584_000_000_000n;
const year2100 = 157_469_184_000_000_000n;
