import { ok, unanswered, type Answer } from '../../core/machine/answer';
import type { ProtectionProduct } from '../../core/machine/shapes';
import { answerFrom } from './answer-from';
import type { WindowsNative } from './native/open-native';
import { providerState } from './provider-state';
import { providers, securityProviders } from './security-providers';
import { isServer } from './windows-role';

/**
 * What Security Center has registered. Servers have no Security Center (G46, seen 2026-11-23), and a client without its list cannot
 * say that nothing protects it.
 */
export function readProtection(native: WindowsNative): Answer<ProtectionProduct[]> {
  if (isServer(native)) return unanswered('not-applicable', 'Windows Server has no Security Center');
  const list = securityProviders(native);
  if (list.status !== 'ok') return answerFrom(list);
  const health = native.securityCenter.antivirusHealth();
  const seenBy = [`registry of Security Center (HKLM\\${providers})`];
  if (health !== null) seenBy.push(`Security Center says antivirus: ${health}`);
  return ok(
    list.value.map(({ name, state, isGhost }) => ({
      name,
      ...(state === null ? ({ state: 'unknown', definitions: 'unknown' } as const) : providerState(state)),
      ghost: isGhost,
      seenBy: seenBy.join(', '),
    })),
  );
}
