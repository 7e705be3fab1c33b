import type { Rule } from './rule';

/**
 * What does not protect by itself (windows of Linux products, VPN, agents that report) goes while the antivirus it stands beside is still whole; what
 * took Kaspersky's place goes after it. Management agents have a rule of their own.
 */
export const smallerProductsGoFirst: Rule = (k) => {
  const removed = k.recipes.flatMap(({ product, order, removal }) => {
    const signature = k.signatures.find((s) => s.id === product);
    return removal.verb === 'none' || signature === undefined || signature.manages === true
      ? []
      : [{ product, order, family: signature.family, protects: signature.protects }];
  });
  const protecting = removed.filter(({ family, protects }) => protects && family !== 'successor');
  const orders = protecting.map(({ order }) => order);
  const [first, last] = [Math.min(...orders), Math.max(...orders)];
  return removed
    .filter(({ family, protects, order }) => (family === 'successor' ? order <= last : !protects && order >= first))
    .map(
      ({ product, order }) =>
        `recipe for ${product} has the order ${order} and must not stand between ${first} and ${last} or on their other side`,
    );
};
