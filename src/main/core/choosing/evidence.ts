import type { Alternative, Feature, FeatureFact } from '../knowledge/alternative';
import type { Platform } from '../machine/shapes';

/** Whether a fact may count. What is weak or unverified is shown as such, and no answer depends on it. */
export const counts = ({ confidence }: { readonly confidence: string }): boolean =>
  confidence === 'confirmed' || confidence === 'one-source';

/** What is known of a feature on a system; null when nothing that counts is known. */
export function featureOn(alternative: Alternative, feature: Feature, platform: Platform): FeatureFact | null {
  const facts = alternative.features.filter(
    ({ name, support, ...fact }) => name === feature && support !== 'unknown' && counts(fact),
  );
  const [fact] = facts;
  if (fact === undefined) return null;
  return fact.only === undefined || fact.only.includes(platform) ? fact : { ...fact, support: 'no' };
}

/** Has it without paying more. */
export const has = (fact: FeatureFact | null): boolean => fact?.support === 'yes' || fact?.support === 'partly';

/** A replacement guards a computer by itself; password managers, VPNs and watchers stand beside one. */
export function guards(alternative: Alternative, platform: Platform): boolean {
  switch (alternative.kind) {
    case 'built-in':
    case 'antivirus':
    case 'security-suite':
    case 'endpoint-platform':
      return true;
    case 'scanner':
      return has(featureOn(alternative, 'real-time', platform));
    case 'managed-edr':
    case 'password-manager':
    case 'vpn':
      return false;
  }
}
