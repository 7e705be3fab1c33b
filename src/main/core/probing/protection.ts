import { ok } from '../machine/answer';
import type { Probe } from './probe';

/** What protects this computer, as the system itself reports it. */
export const protectionProbe: Probe = {
  id: 'protection',
  platforms: ['linux', 'windows'],
  required: false,
  limitMs: 10_000,
  async run(ask) {
    const products = await ask('protection', {});
    if (products.status !== 'ok') return products;
    return ok(
      products.value.map((product) => ({
        probe: 'protection',
        kind: 'protection',
        where: product.seenBy,
        facts: { name: product.name, state: product.state, definitions: product.definitions, ghost: product.ghost },
        trust: 'system',
      })),
    );
  },
};
