import type { ProtectionProduct } from '../../core/machine/shapes';

/**
 * Security Center's state number of a product, read as three bytes: provider, state, definitions. 0x10 and 0x11 are on, 0x00 is off;
 * definitions are current at 0x00 and old at 0x10 (M3, M4, G1, seen 2026-11-23). The number is not documented by its maker: every
 * other byte is unknown, also the 0x20 that is said to mean snoozed.
 */
export function providerState(state: number): Pick<ProtectionProduct, 'state' | 'definitions'> {
  const running = (state >>> 8) & 0xff;
  const definitions = state & 0xff;
  return {
    state: running === 0x10 || running === 0x11 ? 'on' : running === 0x00 ? 'off' : 'unknown',
    definitions: definitions === 0x00 ? 'current' : definitions === 0x10 ? 'old' : 'unknown',
  };
}
