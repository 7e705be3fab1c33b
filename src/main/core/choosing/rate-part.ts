import type { Alternative, PriceFact, TestFact } from '../knowledge/alternative';
import { counts, featureOn } from './evidence';
import type { NeedsToRank, Part } from './needs';
import { ageFactor, shelfOf } from './shelf-life';

/** One fact behind a number. */
export interface Because {
  readonly says: string;
  /** 0 to 1. */
  readonly value: number;
  /** How much it counts beside the others of its part. */
  readonly counts: number;
  readonly asOf: string | null;
  readonly sources: readonly string[];
}

/** A part of a rating: 0 to 1, or null when no fact that counts says anything. */
export interface RatedPart {
  readonly part: Part;
  readonly value: number | null;
  readonly because: readonly Because[];
}

/** Rates one part of one product by itself: no other product is looked at, so none can move it. */
export function ratePart(part: Part, alternative: Alternative, needs: NeedsToRank, now: Date): RatedPart {
  const because = becauseOf(part, alternative, needs, now).filter((one) => one.counts > 0);
  const weight = because.reduce((sum, one) => sum + one.counts, 0);
  const value = weight === 0 ? null : because.reduce((sum, one) => sum + one.value * one.counts, 0) / weight;
  return { part, value, because };
}

function becauseOf(part: Part, alternative: Alternative, needs: NeedsToRank, now: Date): readonly Because[] {
  const tests = alternative.tests.filter(counts).filter(isOn(needs.platform));
  switch (part) {
    case 'protection':
      return tests.flatMap((test) => tested(test, protectionOf(test), now));
    case 'lightness':
      return tests.flatMap((test) => tested(test, pointsOf(test.parts?.performance), now));
    case 'false-alarms':
      return tests.flatMap((test) => tested(test, pointsOf(test.parts?.usability), now));
    case 'fit':
      return needs.wants.flatMap((feature) => {
        const fact = featureOn(alternative, feature, needs.platform);
        return fact === null
          ? []
          : [{ ...cited(fact), says: `${feature}: ${fact.says}`, value: fitOf[fact.support], counts: 1 }];
      });
    case 'cost':
      return alternative.prices.filter(counts).flatMap((price) => priced(price, now));
    case 'owner':
      return [owned(alternative)];
    case 'regulators':
      return alternative.facts
        .filter((fact) => fact.field === 'advisory' && counts(fact))
        .flatMap((fact) => (typeof fact.value === 'string' ? [{ ...fact, value: fact.value }] : []))
        .map((fact) => ({
          ...cited(fact),
          says: fact.value,
          value: isClear(fact.value) ? 1 : 0,
          counts: 1,
        }));
  }
}

const fitOf = { yes: 1, partly: 0.6, extra: 0.3, no: 0, unknown: 0 } as const;

/** Rounds for macOS say nothing about Windows, and the other way round. */
const isOn =
  (platform: NeedsToRank['platform']) =>
  ({ test }: TestFact): boolean =>
    platform === (test.includes('macos') ? 'macos' : 'windows');

const tested = (test: TestFact, value: number | null, now: Date): readonly Because[] =>
  value === null
    ? []
    : [
        {
          ...cited(test),
          says: [test.test, test.round ?? ''].join(' ').trim(),
          value,
          counts: ageFactor(test.asOf, now),
        },
      ];

/** Laboratories only: what MITRE, vendors and magazines say is shown and not counted. 95 % of blocked cases is the bottom of that scale. */
function protectionOf({ test, result, parts }: TestFact): number | null {
  if (result === undefined || !/^(av-test|av-comparatives|se-labs|vb100)/.test(test)) return null;
  if ('points' in result) return parts?.protection === undefined ? result.points / result.of : parts.protection / 6;
  if ('percent' in result)
    return test.startsWith('av-comparatives') ? Math.max(0, (result.percent - 95) / 5) : result.percent / 100;
  const award = awards.find(([name]) => result.award.toLowerCase().startsWith(name));
  return award === undefined ? null : award[1];
}

const awards = [
  ['advanced+', 1],
  ['advanced', 0.8],
  ['standard', 0.5],
  ['top-rated', 0.9],
  ['approved', 0.7],
  ['pass', 0.8],
] as const;

const pointsOf = (points: number | undefined): number | null => (points === undefined ? null : points / 6);

/** What two years cost, against 200 of the currency: free is 1, that much or more is 0. Old and undated prices do not count. */
function priced(price: PriceFact, now: Date): readonly Because[] {
  if (price.first === null || shelfOf('price', price.asOf, now) !== 'good') return [];
  const months = price.per === 'year' ? 1 : 12;
  const middle = ([low, high]: readonly [number, number]): number => (months * (low + high)) / 2;
  const twoYears = middle(price.first) + middle(price.later ?? price.first);
  const says = `${price.plan ?? price.per}: ${twoYears} ${price.currency}, two years`;
  return [{ ...cited(price), says, value: Math.max(0, 1 - twoYears / 200), counts: 1 }];
}

/** Whether somebody is named as the owner; which owner it is, is for the person to judge. */
const owned = ({ owner, fact }: Alternative): Because => ({
  says: owner ?? '',
  value: 1,
  counts: owner === null ? 0 : 1,
  asOf: fact.seen,
  sources: fact.sources,
});

const isClear = (says: string): boolean => /^(none|no\b)/i.test(says);

const cited = ({ asOf, sources }: { readonly asOf: string | null; readonly sources: readonly string[] }) => ({
  asOf,
  sources,
});
