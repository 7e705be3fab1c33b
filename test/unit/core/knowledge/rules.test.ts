import { describe, expect, it } from 'vitest';
import { faultsIn, rules } from '../../../../src/main/core/knowledge/rules';
import { shippedKnowledge } from '../../../support/knowledge';
import { brokenKnowledge } from './broken-knowledge';

const sound = shippedKnowledge();

describe('the knowledge we ship', () => {
  it('breaks no rule', () => {
    expect(faultsIn(sound)).toEqual([]);
  });

  it.each(Object.keys(rules) as (keyof typeof rules)[])('is refused when it breaks the rule "%s"', (rule) => {
    expect(rules[rule](sound)).toEqual([]);
    expect(rules[rule](brokenKnowledge[rule]()).length).toBeGreaterThan(0);
  });

  it('has words in both languages for every reason, outcome, probe and blocker that the code can give', async () => {
    const { stepOutcomes, runOutcomes } = await import('../../../../src/main/core/execution/journal');
    const { allProbes } = await import('../../../../src/main/core/probing/all-probes');
    const { blockerIds } = await import('../../../../src/main/core/matching/blockers/blocker-kinds');
    const { findingKinds } = await import('../../../../src/main/core/knowledge/signature');
    const { residueReasons } = await import('../../../../src/main/core/knowledge/residue-reasons');
    const keys = [
      ...stepOutcomes.map((outcome) => ['outcomes', outcome]),
      ...runOutcomes.map((outcome) => ['run-outcomes', outcome]),
      ...allProbes.map(({ id }) => ['probes', id]),
      ...findingKinds.map((kind) => ['kinds', kind]),
      ...blockerIds.map((id) => ['blockers', id]),
      ...residueReasons.map((reason) => ['residue-reasons', reason]),
    ] as const;

    const missing = keys.filter(
      ([group, key]) => !Object.hasOwn((sound.messages.en[group ?? ''] ?? {}) as object, key ?? ''),
    );

    expect(missing).toEqual([]);
  });
});
