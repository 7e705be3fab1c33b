import { describe, expect, it } from 'vitest';
import { faultsIn } from '../../../../src/main/core/knowledge/rules';
import { shippedKnowledge } from '../../../support/knowledge';

describe('the shipped catalogue', () => {
  it('reads, keeps every rule, and holds all that the facts hold', () => {
    const { alternatives, policies } = shippedKnowledge();

    expect(faultsIn(shippedKnowledge())).toEqual([]);
    expect([alternatives.length, policies.length]).toEqual([43, 23]);
  });
});
