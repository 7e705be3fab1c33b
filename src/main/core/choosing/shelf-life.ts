/** How long a fact stays good: a price six months, a laboratory's round one year. */
export const shelfMonths = { price: 6, test: 12 } as const;

/** `undated`: the source shows no date, so nobody can say how old it is. */
export type Shelf = 'good' | 'old' | 'undated';

/** Whether a fact of `asOf` (a year, month or day) is still good on a day. A year or a month counts from its last day, and none is too old for a clock set back. */
export function shelfOf(kind: keyof typeof shelfMonths, asOf: string | null, now: Date): Shelf {
  const age = monthsOld(asOf, now);
  if (age === null) return 'undated';
  return age <= shelfMonths[kind] ? 'good' : 'old';
}

/** Months between the end of `asOf` and now, fractions included; 0 for what lies ahead; null without a date. */
export function monthsOld(asOf: string | null, now: Date): number | null {
  if (asOf === null) return null;
  const [year = 0, month = 12, day] = asOf.split('-').map(Number);
  const end = day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day);
  return Math.max(0, (now.getTime() - end) / (365.25 * 86_400_000)) * 12;
}

/** What a result counts for: in full for half a year, then less each day, and for nothing once it is two years old. */
export function ageFactor(asOf: string | null, now: Date): number {
  const age = monthsOld(asOf, now);
  return age === null ? 0 : Math.min(1, Math.max(0, (24 - age) / 18));
}
