import { addDays } from './own-plan';

/** One whole day in a calendar. */
export interface CalendarDay {
  /** Stable: a calendar that reads the file again changes its entry instead of adding one. */
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly title: string;
  readonly text: string;
  /** Hour of that day at which a reminder is shown, 0 to 23; absent for none. */
  readonly remindAtHour?: number;
}

/**
 * An iCalendar file (RFC 5545). All entries are whole days, which have no zone: they are the same date wherever the calendar is opened.
 * Lines end in CRLF, none is longer than 75 bytes, and text is escaped.
 */
export function calendarFile(days: readonly CalendarDay[], madeAt: Date): string {
  const stamp = `${madeAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Offramp//Own plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...days.flatMap((day) => [
      'BEGIN:VEVENT',
      `UID:${day.id}@offramp.invalid`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day.day)}`,
      `DTEND;VALUE=DATE:${compact(addDays(day.day, 1))}`,
      `SUMMARY:${escaped(day.title)}`,
      `DESCRIPTION:${escaped(day.text)}`,
      'TRANSP:TRANSPARENT',
      ...(day.remindAtHour === undefined
        ? []
        : [
            'BEGIN:VALARM',
            'ACTION:DISPLAY',
            `DESCRIPTION:${escaped(day.title)}`,
            `TRIGGER:PT${day.remindAtHour}H`,
            'END:VALARM',
          ]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const compact = (day: string): string => day.replaceAll('-', '');

// Controls have no place in a text of iCalendar; a line end is written as \n.
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ');

/** Folds after at most 75 bytes, never inside a character: what follows begins with a space. */
function folded(line: string): string {
  const pieces: string[] = [''];
  let bytes = 0;
  for (const character of line) {
    const size = utf8Size(character.codePointAt(0) ?? 0);
    if (bytes + size > 75) {
      pieces.push(' ');
      bytes = 1;
    }
    pieces[pieces.length - 1] += character;
    bytes += size;
  }
  return pieces.join('\r\n');
}

const utf8Size = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
