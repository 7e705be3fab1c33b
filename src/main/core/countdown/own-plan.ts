/** A plan somebody makes for themselves: it has no force of law, and nobody else set it. */
export interface OwnPlan {
  /** Day 0, `YYYY-MM-DD`. */
  readonly start: string;
  /** 1 to 100. The last of them is a whole day. */
  readonly days: number;
  /** Computers or tasks that were there at the start, and how many are done. */
  readonly all?: number;
  readonly done?: number;
}

export interface OwnPlanToday extends Required<Pick<OwnPlan, 'start' | 'days'>> {
  /** The last whole day, `YYYY-MM-DD`. */
  readonly end: string;
  /** 0 on the first day; goes on past `days` when the plan is late. */
  readonly dayNumber: number;
  /** Below zero when the end has passed. */
  readonly daysLeft: number;
  readonly isOver: boolean;
  /** How many would be done today on an even line; null when nothing is counted. */
  readonly evenLine: number | null;
  /** Done less the even line: below zero is behind. */
  readonly ahead: number | null;
  /** When all is done at the pace so far; null while nothing is done, and when nothing is counted. */
  readonly projectedEnd: string | null;
}

export type NoPlan = 'not-a-date' | 'starts-ahead' | 'starts-too-early' | 'not-1-to-100-days';

export const mostDays = 100;
/** A start before the determination can only be a slip. */
export const earliestStart = '2024-06-20';

/** Where a plan stands on `today` (`YYYY-MM-DD`, the person's own calendar), or why it is none. */
export function planToday(
  plan: OwnPlan,
  today: string,
): { readonly ok: true; readonly plan: OwnPlanToday } | { readonly ok: false; readonly reason: NoPlan } {
  if (!isDay(plan.start)) return { ok: false, reason: 'not-a-date' };
  if (plan.start < earliestStart) return { ok: false, reason: 'starts-too-early' };
  if (plan.start > today) return { ok: false, reason: 'starts-ahead' };
  if (!Number.isInteger(plan.days) || plan.days < 1 || plan.days > mostDays)
    return { ok: false, reason: 'not-1-to-100-days' };
  const { start, days, all = 0, done = 0 } = plan;
  const dayNumber = daysBetween(start, today);
  const evenLine = all === 0 ? null : (all * Math.min(dayNumber, days)) / days;
  return {
    ok: true,
    plan: {
      start,
      days,
      end: addDays(start, days),
      dayNumber,
      daysLeft: days - dayNumber,
      isOver: dayNumber > days,
      evenLine,
      ahead: evenLine === null ? null : done - evenLine,
      projectedEnd: projected(start, dayNumber, all, done),
    },
  };
}

function projected(start: string, dayNumber: number, all: number, done: number): string | null {
  if (all === 0 || done <= 0 || dayNumber === 0) return null;
  const needed = Math.ceil((dayNumber * all) / done);
  // A pace that ends in another century is no forecast.
  return needed > 36_500 ? null : addDays(start, needed);
}

/** Whether the calendar has that day. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Calendar days; no clock and no zone has a part in it. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
