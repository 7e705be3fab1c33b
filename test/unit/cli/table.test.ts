import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, padTo } from '../../../src/main/cli/print/display-width';
import { table, wrap } from '../../../src/main/cli/print/table';

describe('the width of a text on a terminal', () => {
  it.each([
    ['', 0],
    ['Kaspersky', 9],
    ['Касперский', 10],
    ['卡巴斯基', 8],
    ['カスペルスキー', 14],
    ['카스퍼스키', 10],
    ['ａｂ', 4],
    ['e\u0301', 1],
    ['a\u200bb\ufeff', 2],
    ['✅', 2],
    ['–…·', 3],
    ['𠮷', 2],
  ])('%j takes %d cells', (text, cells) => {
    expect(displayWidth(text)).toBe(cells);
  });

  it('is what padding counts', () => {
    expect([padTo('卡巴', 6), padTo('Лаб', 6), padTo('too long', 3)]).toEqual(['卡巴  ', 'Лаб   ', 'too long']);
  });
});

describe('a table', () => {
  it('keeps its columns straight under Cyrillic and Chinese', () => {
    const text = table(
      ['Name', 'State'],
      [
        ['Касперский', 'on'],
        ['卡巴斯基', 'off'],
      ],
      80,
    );

    expect(text).toBe('Name        State\n----------  -----\nКасперский  on\n卡巴斯基    off\n');
  });

  it('wraps inside its columns, widest first, and leaves short ones alone', () => {
    const text = table(['Kind', 'Where'], [['service', 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\AVP21.15']], 34);

    expect(text).toBe(
      [
        'Kind     Where',
        '-------  -------------------------',
        'service  HKLM\\SYSTEM\\',
        '         CurrentControlSet\\',
        '         Services\\AVP21.15',
        '',
      ].join('\n'),
    );
  });

  it('puts columns closer together before it breaks a word', () => {
    const text = table(['Product', 'Definitions'], [['Kaspersky', 'yes']], 21);

    expect(text.split('\n')[0]).toBe('Product   Definitions');
  });

  it('puts numbers at the right where it is told to', () => {
    expect(
      table(
        ['ms', 'probe'],
        [
          ['5', 'a'],
          ['120', 'b'],
        ],
        40,
        { right: [0] },
      ),
    ).toBe(' ms  probe\n---  -----\n  5  a\n120  b\n');
  });

  it('starts a line of its own for each text of a cell', () => {
    expect(table([], [['+', ['value', 'place']]], 40)).toBe('+  value\n   place\n');
  });

  it('never grows wider than the terminal and loses no letter, whatever stands in it', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'Ж', '漢', ' ', '\\', '\u001b', '\n', '\u202e'),
      maxLength: 60,
    });
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 });

    fc.assert(
      fc.property(rows, fc.integer({ min: 40, max: 120 }), (cells, columns) => {
        const text = table(['One', 'Two', 'Three'], cells, columns);
        const letters = (all: string): number => all.replace(/[^aЖ漢\\]/g, '').length;

        expect(Math.max(...text.split('\n').map(displayWidth))).toBeLessThanOrEqual(columns);
        expect(letters(text)).toBe(letters(cells.flat().join('')));
        expect(text).not.toMatch(/[\u001b\u202e]/);
      }),
    );
  });

  it('takes a hundred thousand rows', () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => [String(at), 'x']);

    expect(table(['a', 'b'], rows, 80).split('\n')).toHaveLength(100_003);
  });
});

describe('wrapping', () => {
  it('keeps a long word whole, so that it can be copied', () => {
    expect(wrap('see C:\\Some\\Very\\Long\\Path\\file.exe now', 12)).toEqual([
      'see',
      'C:\\Some\\Very\\Long\\Path\\file.exe',
      'now',
    ]);
  });

  it('counts cells and not letters', () => {
    expect(wrap('卡巴 斯基', 8)).toEqual(['卡巴', '斯基']);
  });
});
