import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualWeights, type NeedsToRank } from '../../../../src/main/core/choosing/needs';
import { rankByNeeds, type RankingByNeeds } from '../../../../src/main/core/choosing/rank-by-needs';
import { features, type Alternative, type FeatureFact } from '../../../../src/main/core/knowledge/alternative';
import { shippedKnowledge } from '../../../support/knowledge';

const now = new Date('2026-11-23T12:00:00Z');
const shipped = shippedKnowledge().alternatives;
const home: NeedsToRank = {
  platform: 'windows',
  audience: 'home',
  budget: 'any',
  musts: [],
  wants: ['real-time', 'vpn', 'firewall'],
  weights: usualWeights,
  place: null,
};

/** Filters wide open, and enough weight on what can be known, so that most products are placed. */
const widest = { platform: 'windows', budget: 'any', musts: [], audience: 'home' } as const;

const someNeeds: fc.Arbitrary<NeedsToRank> = fc.record({
  platform: fc.constantFrom('windows', 'macos', 'linux'),
  audience: fc.constantFrom('home', 'small-business'),
  budget: fc.constantFrom('free', 'low', 'any'),
  musts: fc.subarray([...features], { maxLength: 2 }),
  wants: fc.subarray([...features]),
  weights: fc.record({
    protection: fc.nat(5),
    lightness: fc.nat(5),
    'false-alarms': fc.nat(5),
    fit: fc.nat(5),
    cost: fc.nat(5),
    owner: fc.nat(5),
    regulators: fc.nat(5),
  }),
  place: fc.constantFrom(null, 'US'),
});
const one = fc.constantFrom(...shipped);
const order = ({ placed }: RankingByNeeds): readonly string[] => placed.map(({ alternative }) => alternative.id);
const rankOf = (ranking: RankingByNeeds, id: string): number | null | undefined =>
  ranking.placed.find(({ alternative }) => alternative.id === id)?.rank;

describe('ranking by needs', () => {
  it('never puts a product lower for having more of a wanted feature', () => {
    const levels = ['no', 'extra', 'partly', 'yes'] as const;
    let moved = 0;

    fc.assert(
      fc.property(
        someNeeds,
        one,
        fc.constantFrom(...features),
        fc.nat(2),
        fc.nat(2),
        (needs, product, name, from, up) => {
          const wanting = { ...needs, ...widest, wants: [...new Set([...needs.wants, name])] };
          const [low, high] = [levels[from], levels[Math.min(3, from + up + 1)]];
          const ranked = (support: FeatureFact['support'] = 'no') =>
            rankByNeeds(
              shipped.map((each) => (each.id === product.id ? withFeature(each, name, support) : each)),
              wanting,
              now,
            );
          const [before, after] = [rankOf(ranked(low), product.id), rankOf(ranked(high), product.id)];
          if (before === undefined || before === null) return;
          moved += 1;
          expect(after).not.toBeNull();
          expect(after ?? Infinity).toBeLessThanOrEqual(before);
        },
      ),
      { numRuns: 600 },
    );

    expect(moved).toBeGreaterThan(50);
  });

  it('never changes the order of others for a product that comes or goes', () => {
    fc.assert(
      fc.property(someNeeds, one, (needs, product) => {
        const without = rankByNeeds(
          shipped.filter(({ id }) => id !== product.id),
          needs,
          now,
        );

        expect(order(rankByNeeds(shipped, needs, now)).filter((id) => id !== product.id)).toEqual(order(without));
      }),
      { numRuns: 400 },
    );
  });

  it('never depends on the order it was given', () => {
    fc.assert(
      fc.property(someNeeds, fc.shuffledSubarray([...shipped], { minLength: shipped.length }), (needs, shuffled) => {
        expect(rankByNeeds(shuffled, needs, now)).toEqual(rankByNeeds(shipped, needs, now));
      }),
      { numRuns: 200 },
    );
  });

  it('never changes for facts that are weak or unverified', () => {
    const bare = shipped.map((product) => ({
      ...product,
      features: product.features.filter(isSound),
      prices: product.prices.filter(isSound),
      tests: product.tests.filter(isSound),
      facts: product.facts.filter(isSound),
    }));

    const told = bare.map((product) => ({
      ...product,
      features: [
        ...features.map((name) => ({ ...rumour, name, support: 'yes' as const, says: 'yes' })),
        ...product.features,
      ],
      tests: [...product.tests, { ...rumour, test: 'av-test.windows.total', result: { points: 1, of: 18 } }],
    }));

    fc.assert(
      fc.property(someNeeds, (needs) => {
        const shown = outcome(rankByNeeds(shipped, needs, now));

        expect(outcome(rankByNeeds(bare, needs, now))).toEqual(shown);
        expect(outcome(rankByNeeds(told, needs, now))).toEqual(shown);
      }),
      { numRuns: 300 },
    );
  });

  it('always holds what the system brings, with what it lacks', () => {
    const ranking = rankByNeeds(shipped, { ...home, budget: 'free', musts: ['vpn', 'password-manager'] }, now);

    expect(ranking.placed.find(({ alternative }) => alternative.builtIn)?.lacks).toEqual(['vpn', 'password-manager']);
    expect(ranking.leftOut.find(({ alternative }) => alternative.id === 'bitwarden')?.because).toBe('stands-beside');
  });

  it('gives equal evidence one rank, in the order of names', () => {
    const { placed } = rankByNeeds(shipped, home, now);
    const twins = placed.filter(({ alternative }) => ['avast', 'avg'].includes(alternative.id));

    expect(twins.map(({ alternative }) => alternative.id)).toEqual(['avast', 'avg']);
    expect(new Set(twins.map(({ rank }) => rank)).size).toBe(1);
  });

  it('weighs regulators only when asked', () => {
    const [quiet, asked] = [usualWeights, { ...usualWeights, regulators: 5 }].map((weights) =>
      rankByNeeds(shipped, { ...home, weights }, now).placed.find(({ alternative }) => alternative.id === 'avast'),
    );

    expect(quiet?.parts.map(({ part }) => part)).not.toContain('regulators');
    expect(asked?.score).toBeLessThan(quiet?.score ?? 0);
  });

  it('says which sum gave a score', () => {
    for (const { parts, score, certainty } of rankByNeeds(shipped, home, now).placed) {
      const known = parts.filter(({ value }) => value !== null);
      const weight = known.reduce((sum, part) => sum + part.weight, 0);
      const points = known.reduce((sum, part) => sum + part.weight * (part.value ?? 0), 0);

      expect(score).toBe(weight === 0 ? null : Math.round((100 * points) / weight));
      expect(certainty).toBeCloseTo(weight / parts.reduce((sum, part) => sum + part.weight, 0));
      expect(known.flatMap(({ because }) => because).every(({ sources }) => sources.length > 0)).toBe(true);
    }
  });

  it('forgets tests with time', () => {
    const later = rankByNeeds(shipped, home, new Date('2031-01-01T00:00:00Z'));

    expect(
      later.placed.flatMap(({ parts }) => parts.filter(({ part, value }) => part === 'protection' && value !== null)),
    ).toEqual([]);
    expect(later.placed.map(({ rank }) => rank)).toEqual(later.placed.map(() => null));
  });
});

const rumour = { confidence: 'unverified' as const, sources: ['background'], asOf: '2026-11' };

const isSound = ({ confidence }: { readonly confidence: string }): boolean =>
  confidence === 'confirmed' || confidence === 'one-source';

const outcome = ({ placed, leftOut }: RankingByNeeds) => ({
  placed: placed.map(({ alternative, ...rest }) => ({ ...rest, id: alternative.id })),
  leftOut: leftOut.map(({ alternative, ...rest }) => ({ ...rest, id: alternative.id })),
});

const withFeature = (
  product: Alternative,
  name: FeatureFact['name'],
  support: FeatureFact['support'],
): Alternative => ({
  ...product,
  features: [
    ...product.features.filter((fact) => fact.name !== name),
    { name, support, says: support, confidence: 'confirmed', sources: ['a test'], asOf: '2026-11-01' },
  ],
});
