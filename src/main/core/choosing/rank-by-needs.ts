import type { Alternative, Feature } from '../knowledge/alternative';
import { featureOn, guards, has } from './evidence';
import { parts, type NeedsToRank } from './needs';
import { ratePart, type RatedPart } from './rate-part';

export interface Rated {
  readonly alternative: Alternative;
  /** 0 to 100, whole; over the parts that are known. Null when none is. */
  readonly score: number | null;
  /** Which share of the weights rests on facts that count, 0 to 1. */
  readonly certainty: number;
  readonly parts: readonly (RatedPart & { readonly weight: number })[];
  /** Must-haves that what the system brings does not have; others with such a gap are left out. */
  readonly lacks: readonly Feature[];
  /** Same number: a tie, and shown as one. Null: too little is known to place it. */
  readonly rank: number | null;
}

/** Why something is not in the list. Each has words in `choosing.left-out`. */
export type LeftOut =
  | { readonly because: 'other-system' | 'other-audience' | 'over-budget' | 'stands-beside' | 'barred' | 'unverified' }
  | { readonly because: 'lacks' | 'not-known'; readonly feature: Feature };

export interface RankingByNeeds {
  readonly placed: readonly Rated[];
  readonly leftOut: readonly (LeftOut & { readonly alternative: Alternative })[];
}

/** Below this share of evidence a product is shown and not placed: one good result says little. */
export const leastCertainty = 0.5;

/**
 * What could protect this computer instead, by what a person needs. Musts filter, and what the system brings stays in whatever it lacks;
 * weights order what is left. Each product is rated by itself, equal scores are ties in the order of names, and unknown is neither
 * zero nor average: it lowers the certainty. No commission, no preference, nothing that a dated source does not say.
 */
export function rankByNeeds(alternatives: readonly Alternative[], needs: NeedsToRank, now: Date): RankingByNeeds {
  const judged = alternatives.map((alternative) => ({ alternative, out: reasonToLeaveOut(alternative, needs) }));
  const rated = judged.flatMap(({ alternative, out }) => (out === null ? [rate(alternative, needs, now)] : []));
  const placing = rated.flatMap(({ score, certainty }) =>
    score === null || certainty < leastCertainty ? [] : [score],
  );
  return {
    placed: rated
      .map(({ score, certainty, ...rest }) => ({
        ...rest,
        score,
        certainty,
        rank: score === null || certainty < leastCertainty ? null : 1 + placing.filter((other) => other > score).length,
      }))
      .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || byName(a, b)),
    leftOut: judged.flatMap(({ alternative, out }) => (out === null ? [] : [{ ...out, alternative }])).sort(byName),
  };
}

type Named = { readonly alternative: Alternative };

/** By name without regard to capitals; the id settles the rest, so that the order is always the same. */
const byName = ({ alternative: a }: Named, { alternative: b }: Named): number =>
  compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function reasonToLeaveOut(alternative: Alternative, needs: NeedsToRank): LeftOut | null {
  const { platforms, fact, builtIn, audience, price } = alternative;
  if (!platforms.includes(needs.platform)) return { because: 'other-system' };
  if (builtIn) return null;
  if (!guards(alternative, needs.platform)) return { because: 'stands-beside' };
  if (fact.confidence === 'unverified') return { because: 'unverified' };
  if (!audience.includes(needs.audience)) return { because: 'other-audience' };
  if (needs.place !== null && (alternative.barredIn ?? []).includes(needs.place)) return { because: 'barred' };
  if (needs.budget === 'free' && price !== 'free') return { because: 'over-budget' };
  if (needs.budget === 'low' && price !== 'free' && price !== 'low') return { because: 'over-budget' };
  for (const feature of needs.musts) {
    const known = featureOn(alternative, feature, needs.platform);
    if (!has(known)) return { because: known === null ? 'not-known' : 'lacks', feature };
  }
  return null;
}

function rate(alternative: Alternative, needs: NeedsToRank, now: Date): Omit<Rated, 'rank'> {
  const weighed = parts
    .filter((part) => needs.weights[part] > 0 && (part !== 'fit' || needs.wants.length > 0))
    .map((part) => ({ ...ratePart(part, alternative, needs, now), weight: needs.weights[part] }));
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const known = weighed.flatMap(({ value, weight }) => (value === null ? [] : [{ value, weight }]));
  const knownWeight = known.reduce((sum, { weight }) => sum + weight, 0);
  return {
    alternative,
    score:
      knownWeight === 0
        ? null
        : Math.round((100 * known.reduce((sum, { value, weight }) => sum + value * weight, 0)) / knownWeight),
    certainty: all === 0 ? 0 : knownWeight / all,
    parts: weighed,
    lacks: needs.musts.filter((feature) => !has(featureOn(alternative, feature, needs.platform))),
  };
}
