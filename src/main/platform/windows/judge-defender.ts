import type { BuiltInProtection } from '../../core/machine/condition-shapes';

/** What the registry and the service manager say of Defender. A number is null where nothing is set. */
export interface DefenderFacts {
  readonly service: 'running' | 'stopped' | 'disabled' | 'absent' | 'unknown';
  readonly disabled: number | null;
  readonly passive: number | null;
  readonly realTimeDisabled: number | null;
  readonly policyDisabled: number | null;
  readonly policyRealTimeDisabled: number | null;
  readonly policyPassive: number | null;
}

/**
 * On needs a running service and nothing that speaks against it; off needs a service that does not run, or one that runs in passive
 * mode or without real-time protection. A policy that a running service does not follow is unknown: newer Windows ignores some.
 */
export function judgeDefender(facts: DefenderFacts): Pick<BuiltInProtection, 'state' | 'offByPolicy'> {
  const isSet = (value: number | null): boolean => value !== null && value !== 0;
  const offByPolicy = isSet(facts.policyDisabled) || isSet(facts.policyRealTimeDisabled) || isSet(facts.policyPassive);
  const isOffItself = isSet(facts.disabled) || isSet(facts.passive) || isSet(facts.realTimeDisabled);
  if (facts.service === 'unknown') return { state: 'unknown', offByPolicy };
  if (facts.service !== 'running' || isOffItself) return { state: 'off', offByPolicy };
  return { state: offByPolicy ? 'unknown' : 'on', offByPolicy };
}
