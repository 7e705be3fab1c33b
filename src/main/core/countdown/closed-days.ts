/**
 * Days since a window shut, by the calendar of the law's own zone: the date there now minus the date there at closing. Null
 * while it is open. Not a count of 24-hour blocks: clocks change twice a year, and one hour would then move the number.
 * Test vectors: legal-timeline section 4 (785 on 2026-11-23).
 */
export function closedDays(closesAt: string, zone: string, now: Date): number | null {
  const closing = new Date(closesAt);
  if (now.getTime() < closing.getTime()) return null;
  return dayNumber(calendarDate(now, zone)) - dayNumber(calendarDate(closing, zone));
}

/** Whole days between a moment and now, by UTC dates, never below zero; null when the moment is unknown. */
export function ageInDays(moment: string | null, now: Date): number | null {
  if (moment === null) return null;
  const age = dayNumber(now.toISOString().slice(0, 10)) - dayNumber(moment.slice(0, 10));
  return Number.isNaN(age) ? null : Math.max(0, age);
}

/** Whole days from now until a date, negative when it has passed. */
export function daysUntil(date: string, now: Date): number {
  return dayNumber(date) - dayNumber(now.toISOString().slice(0, 10));
}

/** `YYYY-MM-DD` as the calendar in `zone` shows it. */
function calendarDate(moment: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(moment);
}

const dayNumber = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
