import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../../src/main/core/knowledge/knowledge';
import { faultsIn, rules } from '../../../../src/main/core/knowledge/rules';
import { shippedKnowledge } from '../../../support/knowledge';

const sound = shippedKnowledge();

/** A deep copy with one thing broken. */
function broken(breakIt: (knowledge: Knowledge) => void): Knowledge {
  const copy = structuredClone(sound);
  breakIt(copy);
  return copy;
}

const first = <T>(list: readonly T[]): T => {
  const [head] = list;
  if (head === undefined) throw new Error('an empty list');
  return head;
};

/** One broken example for every rule: a rule that no example can break would prove nothing. */
const examples: { readonly [Rule in keyof typeof rules]: Knowledge } = {
  'ids are unique': broken((k) => k.signatures.push(structuredClone(first(k.signatures)))),
  'what is unverified never decides': broken((k) => {
    const mark = first(first(k.signatures).marks);
    mark.fact.confidence = 'unverified';
    mark.strength = 'decides';
  }),
  'every mark asks for something': broken((k) => {
    first(first(k.signatures).marks).match = {};
  }),
  'patterns compile and hold no traps': broken((k) => {
    first(first(k.signatures).marks).match = { name: { pattern: '(a+)+' } };
  }),
  'every removable product has a recipe': broken((k) => {
    k.recipes = k.recipes.slice(1);
  }),
  'every recipe is for a known product': broken((k) => {
    first(k.recipes).product = 'nobody';
  }),
  'what is unverified is never run': broken((k) => {
    const recipe = k.recipes.find(({ removal }) => removal.verb !== 'none');
    if (recipe !== undefined) recipe.removal.fact.confidence = 'unverified';
  }),
  'a removal has what it needs from the marks': broken((k) => {
    for (const mark of k.signatures.find(({ id }) => id === 'kesl')?.marks ?? []) delete mark.gives;
  }),
  'the management agent goes last': broken((k) => {
    const agent = k.recipes.find(({ product }) => product === 'network-agent-linux');
    if (agent !== undefined) agent.order = 1;
  }),
  'both languages say the same things': broken((k) => {
    delete k.messages.es['verdicts'];
  }),
  'both languages fill in the same names': broken((k) => {
    k.messages.es['verify'] = { 'not-checked': 'nada' };
  }),
};

describe('the knowledge we ship', () => {
  it('breaks no rule', () => {
    expect(faultsIn(sound)).toEqual([]);
  });

  it.each(Object.keys(rules) as (keyof typeof rules)[])('is refused when it breaks the rule "%s"', (rule) => {
    expect(rules[rule](sound)).toEqual([]);
    expect(rules[rule](examples[rule]).length).toBeGreaterThan(0);
  });

  it('has words in both languages for every reason, outcome, probe and blocker that the code can give', async () => {
    const { stepOutcomes, runOutcomes } = await import('../../../../src/main/core/execution/journal');
    const { allProbes } = await import('../../../../src/main/core/probing/all-probes');
    const { blockerIds } = await import('../../../../src/main/core/matching/blockers/blocker-kinds');
    const { findingKinds } = await import('../../../../src/main/core/knowledge/signature');
    const keys = [
      ...stepOutcomes.map((outcome) => ['outcomes', outcome]),
      ...runOutcomes.map((outcome) => ['run-outcomes', outcome]),
      ...allProbes.map(({ id }) => ['probes', id]),
      ...findingKinds.map((kind) => ['kinds', kind]),
      ...blockerIds.map((id) => ['blockers', id]),
    ] as const;

    const missing = keys.filter(
      ([group, key]) => !Object.hasOwn((sound.messages.en[group ?? ''] ?? {}) as object, key ?? ''),
    );

    expect(missing).toEqual([]);
  });
});
