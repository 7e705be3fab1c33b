import type { Signature } from '../../knowledge/signature';
import type { Finding } from '../../probing/finding';
import type { Detection } from '../detection';
import { recognised, type Recognised } from './blocker-kinds';

/**
 * Somebody else may be in charge. A console that manages this computer is a stop: it sets the password and may install again
 * (K1, G51; return code 68 and a server named by the agent say so; seen 2026-11-23).
 */
export function managementBlockers(
  present: readonly Detection[],
  findings: readonly Finding[],
  signatures: readonly Signature[],
): readonly Recognised[] {
  const managing = new Set(signatures.filter((signature) => signature.manages === true).map(({ id }) => id));
  const agent = present.find(({ product }) => managing.has(product));
  const server = present.map(({ managedBy }) => managedBy).find((name) => name !== null);
  const policy = findings.some(
    ({ kind, facts }) =>
      kind === 'product-answer' && (facts['managedByCode'] === true || facts['policyApplied'] === true),
  );
  const profile = findings.find(
    ({ kind, facts }) => kind === 'device-profile' && /^(2Y8XE5CQ94|com\.kaspersky\.)/.test(String(facts['allows'])),
  );
  return [
    ...(server !== undefined || policy
      ? [recognised('managed-by-console', agent?.product ?? null, server === undefined ? {} : { server })]
      : agent !== undefined
        ? [recognised('agent-without-server', agent.product, { product: agent.name })]
        : []),
    ...(profile === undefined
      ? []
      : [recognised('device-management', null, { profile: String(profile.facts['name']) })]),
  ];
}
