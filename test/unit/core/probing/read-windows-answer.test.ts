import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWindowsAnswer } from '../../../../src/main/core/probing/read-windows-answer';

const unsaid = { expiresOn: null, daysLeft: null, licenceKind: null, keyState: null, definitionsDate: null };

describe('what Windows products say of their licence', () => {
  it.each([
    [
      'English',
      'License type: Commercial\nExpiration date: 2027-03-31 23:59:59\nDays left: 120\nLicense status: valid',
    ],
    [
      'reordered',
      'Days until expiration: 120\nLicense status: valid\nExpiration date: 2027-03-31\nLicense type: Commercial',
    ],
    [
      'Russian dates',
      'License type: Commercial\nДата окончания: 31.03.2027\nДней до окончания: 120\nСтатус ключа: действующий',
    ],
    ['with =', 'License type=Commercial\r\nExpires on=31.03.2027\r\nDays left=120\r\nKey status=valid'],
  ])('is read in the form: %s', (_, text) => {
    expect(readWindowsAnswer(text)).toEqual({
      ...unsaid,
      expiresOn: '2027-03-31',
      daysLeft: 120,
      licenceKind: 'Commercial',
      keyState: 'valid',
    });
  });

  it.each([
    ['nothing at all', ''],
    ['half a line', 'Expiration da'],
    ['a date without a word beside it', '2027-03-31'],
    ['day and month that could be swapped', 'Expiration date: 03/04/2027'],
    ['a day that does not exist', 'Expiration date: 2027-02-30'],
    ['an activation date', 'Activation date: 2026-04-01'],
  ])('stays unknown: %s', (_, text) => {
    expect(readWindowsAnswer(text)).toEqual(unsaid);
  });

  it('never throws and never makes up a date', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const { expiresOn, definitionsDate } = readWindowsAnswer(text);

        const years = [expiresOn, definitionsDate].map((date) => (date ?? '').toString().slice(0, 4));
        expect(years.filter((year) => !text.includes(year))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});
