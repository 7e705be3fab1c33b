import { marksOf } from './marks-of';
import type { Rule } from './rule';

/** No fact can have been seen after the day the data bears, nor on a day that the calendar does not have. */
export const factsAreNotFromTheFuture: Rule = (k) =>
  [
    ...marksOf(k).map(({ mark, named }) => ({ named, seen: mark.fact.seen })),
    ...k.signatures.flatMap(({ id, uninstaller }) =>
      uninstaller === undefined ? [] : [{ named: `uninstaller of ${id}`, seen: uninstaller.fact.seen }],
    ),
    ...k.recipes.flatMap((r) => [
      { named: `recipe for ${r.product}`, seen: r.removal.fact.seen },
      ...r.preparations.map((p) => ({ named: `preparation ${p.id} for ${r.product}`, seen: p.fact.seen })),
    ]),
    ...k.alternatives.map((a) => ({ named: `alternative ${a.id}`, seen: a.fact.seen })),
    ...k.policies.flatMap((p) => [
      { named: `policy ${p.id}`, seen: p.fact.seen },
      { named: `policy ${p.id}`, seen: p.lastChecked },
    ]),
  ]
    .filter(({ seen }) => !isDay(seen) || seen > k.dataDate)
    .map(({ named, seen }) => `${named} was seen on ${seen}, which is no day up to ${k.dataDate}`);

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}
