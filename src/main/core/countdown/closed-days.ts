/**
 * Days since a window shut, by the calendar of the law's own zone: the date there now minus the date there at closing. Null
 * while it is open. Not a count of 24-hour blocks: clocks change twice a year, and one hour would then move the number.
 * Test vectors: legal-timeline section 4 (785 on 2026-11-23).
 */
export function closedDays(closesAt: string, zone: string, now: Date): number | null {
  const closing = new Date(closesAt);
  if (now.getTime() < closing.getTime()) return null;
  return dayNumber(dateIn(zone, now, closesAt)) - dayNumber(dateIn(zone, closing, closesAt));
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

/**
 * `YYYY-MM-DD` as the calendar in `zone` shows it. `written` is a moment of that zone with its distance from UTC: clocks change by an hour, so where
 * an hour more or less is the same date, that is the date, and the first use of time zones in a process (20 to 40 ms) is saved.
 */
function dateIn(zone: string, moment: Date, written: string): string {
  const distance = /([+-])(\d{2}):(\d{2})$/.exec(written);
  if (distance === null) return calendarDate(moment, zone);
  const [, sign, hours, minutes] = distance;
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  const [before, after] = [ms - hourMs, ms + hourMs].map((shift) =>
    new Date(moment.getTime() + shift).toISOString().slice(0, 10),
  );
  return before !== undefined && before === after ? before : calendarDate(moment, zone);
}

const hourMs = 3_600_000;

function calendarDate(moment: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(moment);
}

const dayNumber = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
