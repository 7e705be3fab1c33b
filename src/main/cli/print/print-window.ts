import type { PolicyToday, Window } from '../../core/countdown/window';
import type { Words } from '../../core/knowledge/words';
import { table, wrap } from './table';

/** Three paragraphs, one for each clock. */
export function printWindow(
  { policies, computer, closedDays, ownPlan }: Window,
  words: Words,
  columns: number,
): string {
  const told = (key: string, names: Readonly<Record<string, string | number>> = {}) => wrap(words(key, names), columns);
  const rows = policies.flatMap((policy) =>
    policy.instants.map((instant, at) => [at === 0 ? policy.title : '', shown(instant), instant.stops]),
  );
  const heads = ['policy', 'when', 'stops'].map((head) => words(`days.heads.${head}`));
  const lines = [
    words('days.law-label'),
    ...(closedDays === null ? [] : told('window-fact.closed', { count: closedDays })),
    ...told('days.no-duty'),
    table(heads, rows, columns),
    ...policies
      .filter(({ mayHaveChanged }) => mayHaveChanged)
      .slice(0, 1)
      .flatMap(({ lastChecked }) => told('days.may-have-changed', { date: lastChecked })),
    '',
    words('days.computer-label'),
    ...(computer.ageDays === null || computer.definitionsDate === null
      ? told('days.definitions-unknown')
      : told('days.definitions', { date: computer.definitionsDate.slice(0, 10), count: computer.ageDays })),
    '',
    words('days.own-label'),
    ...(ownPlan === null
      ? told('days.no-plan')
      : told(ownPlan.isOver ? 'days.plan-over' : 'days.plan', {
          start: ownPlan.start,
          end: ownPlan.end,
          day: ownPlan.dayNumber,
          of: ownPlan.days,
          count: Math.abs(ownPlan.daysLeft),
        })),
  ];
  return `${lines.join('\n')}\n`;
}

/** No hour where the instrument gives none, and no day where it gives a month. */
const shown = ({ at, precision }: PolicyToday['instants'][number]): string =>
  precision === 'minute' ? at : at.slice(0, precision === 'day' ? 10 : 7);
