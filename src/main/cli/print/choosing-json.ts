import { shelfOf } from '../../core/choosing/shelf-life';
import { counts } from '../../core/choosing/evidence';
import type { Choosing } from '../../core/session/rank-for-computer';

/** The ranking as scripts read it: products by id, every number with the facts behind it. */
export const choosingJson = ({ needs, lost, ranking }: Choosing, now: Date) => ({
  schemaVersion: 1,
  needs,
  lost,
  alternatives: ranking.placed.map(({ alternative, rank, score, certainty, lacks, parts }) => ({
    id: alternative.id,
    name: alternative.name,
    rank,
    tied: rank !== null && ranking.placed.filter((other) => other.rank === rank).length > 1,
    score,
    certainty: Math.round(certainty * 100) / 100,
    builtIn: alternative.builtIn,
    owner: alternative.owner,
    country: alternative.country,
    group: alternative.group,
    page: alternative.page,
    lacks,
    parts,
    prices: alternative.prices.filter(counts).map((price) => ({ ...price, shelf: shelfOf('price', price.asOf, now) })),
    tests: alternative.tests.filter(counts).map((test) => ({ ...test, shelf: shelfOf('test', test.asOf, now) })),
  })),
  leftOut: ranking.leftOut.map(({ alternative, ...reason }) => ({ id: alternative.id, ...reason })),
});
