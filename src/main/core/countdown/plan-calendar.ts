import type { Words } from '../knowledge/words';
import { calendarFile, type CalendarDay } from './calendar-file';
import { addDays, type OwnPlanToday } from './own-plan';

/** The own plan as a calendar file: its start, three stages as in the federal precedent of 2017 (30, 60, 90), and its end. */
export function planCalendar(plan: OwnPlanToday, words: Words, madeAt: Date): string {
  const stages = [0, 30, 60, 90].filter((day) => day < plan.days);
  const days: readonly CalendarDay[] = [...stages, plan.days].map((day) => {
    const stage = day === plan.days ? 'end' : String(day);
    return {
      id: `own-plan-${plan.start}-${stage}`,
      day: addDays(plan.start, day),
      title: words(`days.calendar.${stage}`),
      text: words('days.own-label'),
      remindAtHour: 9,
    };
  });
  return calendarFile(days, madeAt);
}
