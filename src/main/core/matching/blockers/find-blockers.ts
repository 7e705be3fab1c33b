import type { Words } from '../../knowledge/words';
import type { Signature } from '../../knowledge/signature';
import type { Platform } from '../../machine/shapes';
import type { Finding } from '../../probing/finding';
import type { Detection } from '../detection';
import type { Blocker } from '../scan';
import { blockerKinds, recognised, type Recognised } from './blocker-kinds';
import { conditionBlockers } from './condition-blockers';
import { managementBlockers } from './management-blockers';
import { filterBlockers, productBlockers } from './product-blockers';

export interface PackageToolsState {
  readonly lockedBy: string | null;
  readonly unfinished: readonly string[];
}

export interface Surroundings {
  readonly computer: { readonly platform: Platform; readonly role: 'workstation' | 'server' };
  readonly signatures: readonly Signature[];
  readonly tools: PackageToolsState | null;
  readonly words: Words;
}

/**
 * What must be settled by a person before anything is changed. Where no product is there to be removed, only a filter without its
 * driver is told: the next restart is dangerous all the same.
 */
export function findBlockers(
  detections: readonly Detection[],
  findings: readonly Finding[],
  { computer, signatures, tools, words }: Surroundings,
): readonly Blocker[] {
  const present = detections.filter(({ state, confidence }) => state !== 'leftover' && confidence !== 'possible');
  if (present.length === 0) return filterBlockers(findings).map((blocker) => inWords(blocker, words));
  return [
    ...managementBlockers(present, findings, signatures),
    ...productBlockers(present, findings),
    ...filterBlockers(findings),
    ...toolBlockers(tools),
    ...conditionBlockers(findings, computer),
  ].map((blocker) => inWords(blocker, words));
}

const toolBlockers = (tools: PackageToolsState | null): readonly Recognised[] => [
  ...(tools?.lockedBy == null ? [] : [recognised('package-tools-locked', null, { holder: tools.lockedBy })]),
  ...(tools === null || tools.unfinished.length === 0
    ? []
    : [recognised('package-tools-unfinished', null, { packages: tools.unfinished.join(', ') })]),
];

function inWords({ id, product, names }: Recognised, words: Words): Blocker {
  const filled = { server: words('blockers.unnamed-server'), ...names };
  return {
    id,
    ...blockerKinds[id],
    product,
    says: words(`blockers.${id}.says`, filled),
    nextStep: words(`blockers.${id}.nextStep`, filled),
  };
}
