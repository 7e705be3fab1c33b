import type { Rule } from './rule';

/**
 * A product that stands on another's shoulders goes before it: windows of Linux products, VPN, password manager and the like before antivirus, while what
 * protects the computer is still there; what took Kaspersky's place goes after it, so that nothing stands unprotected for longer than it must.
 */
export const smallerProductsGoFirst: Rule = (k) => {
  const family = new Map(k.signatures.map((s) => [s.id, s]));
  const removed = k.recipes.filter(({ removal }) => removal.verb !== 'none');
  const antivirus = removed.filter(({ product }) => {
    const s = family.get(product);
    return s?.protects === true && s.family !== 'successor' && s.manages !== true;
  });
  const [first, last] = [
    Math.min(...antivirus.map(({ order }) => order)),
    Math.max(...antivirus.map(({ order }) => order)),
  ];
  return removed.flatMap(({ product, order }) => {
    const s = family.get(product);
    if (s?.family === 'successor') return order > last ? [] : [`recipe for ${product} must have an order above ${last}`];
    return s?.family === 'utility' && order >= first
      ? [`recipe for ${product} must have an order below ${first}`]
      : [];
  });
};
