import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../../src/main/core/countdown/calendar-file';

const made = new Date('2026-11-23T12:00:00Z');

/** Reads by RFC 5545 section 3.1 and 3.3.11: unfolds, then takes escapes back. */
function read(text: string): { readonly begins: number; readonly ends: number; readonly titles: readonly string[] } {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  return {
    begins: lines.filter((line) => line.startsWith('BEGIN:')).length,
    ends: lines.filter((line) => line.startsWith('END:')).length,
    titles: lines
      .filter((line) => line.startsWith('SUMMARY:'))
      .map((line) => line.slice(8).replaceAll(/\\(.)/g, (_, next: string) => (next === 'n' ? '\n' : next))),
  };
}

describe('a calendar file', () => {
  it('gives back any text, and no line is longer than 75 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (given) => {
        const title = given.replaceAll(/[\u0000-\u001f\u007f]/g, '.');

        const text = calendarFile([{ id: 'a', day: '2026-12-31', title, text: 'x\ny', remindAtHour: 9 }], made);

        expect(read(text)).toEqual({ begins: 3, ends: 3, titles: [title] });
        expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 500 },
    );
  });

  it('makes whole days that end with the next one', () => {
    const text = calendarFile([{ id: 'a', day: '2028-02-29', title: 'x', text: '' }], made);

    expect(text).toContain('DTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n');
    expect(text).not.toContain('VALARM');
  });

  it('lets nothing out of its line', () => {
    const text = calendarFile([{ id: 'a', day: '2026-12-31', title: 'x\r\nEND:VCALENDAR', text: '' }], made);

    expect(text.split('\r\n').filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
  });
});
