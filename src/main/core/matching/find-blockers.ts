import type { Words } from '../knowledge/words';
import type { Signature } from '../knowledge/signature';
import type { Finding } from '../probing/finding';
import type { Detection } from './detection';
import type { Blocker } from './scan';

/** Every blocker we can recognise. Each has `blockers.<id>.says` and `.nextStep` in the messages. */
export const blockerIds = [
  'managed-by-console',
  'agent-without-server',
  'package-tools-locked',
  'package-tools-unfinished',
] as const;
export type BlockerId = (typeof blockerIds)[number];

export interface PackageToolsState {
  readonly lockedBy: string | null;
  readonly unfinished: readonly string[];
}

/**
 * What must be settled by a person before anything is changed. A console that manages this computer is a stop: it sets the
 * password and may install again (K1, G51; return code 68 and a server named by the agent say so; seen 2026-11-23).
 */
export function findBlockers(
  detections: readonly Detection[],
  findings: readonly Finding[],
  signatures: readonly Signature[],
  tools: PackageToolsState | null,
  words: Words,
): readonly Blocker[] {
  const managing = new Set(signatures.filter((signature) => signature.manages === true).map(({ id }) => id));
  const present = detections.filter(({ state, confidence }) => state !== 'leftover' && confidence !== 'possible');
  if (present.length === 0) return [];
  const blocker = (
    id: BlockerId,
    severity: Blocker['severity'],
    product: string | null,
    names: Record<string, string>,
  ): Blocker => ({
    id,
    severity,
    product,
    says: words(`blockers.${id}.says`, names),
    nextStep: words(`blockers.${id}.nextStep`, names),
  });
  const server = present.map(({ managedBy }) => managedBy).find((name) => name !== null);
  const policy = findings.find(
    ({ kind, facts }) =>
      kind === 'product-answer' && (facts['managedByCode'] === true || facts['policyApplied'] === true),
  );
  const agent = present.find(({ product }) => managing.has(product));
  return [
    ...(server !== undefined || policy !== undefined
      ? [
          blocker('managed-by-console', 'stop', agent?.product ?? null, {
            server: server ?? words('blockers.unnamed-server'),
          }),
        ]
      : agent !== undefined
        ? [blocker('agent-without-server', 'warn', agent.product, { product: agent.name })]
        : []),
    ...(tools?.lockedBy == null ? [] : [blocker('package-tools-locked', 'stop', null, { holder: tools.lockedBy })]),
    ...(tools === null || tools.unfinished.length === 0
      ? []
      : [blocker('package-tools-unfinished', 'warn', null, { packages: tools.unfinished.join(', ') })]),
  ];
}
