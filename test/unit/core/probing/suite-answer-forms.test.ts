import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelledLines } from '../../../../src/main/core/probing/labelled-lines';
import { keyStateIn } from '../../../../src/main/core/probing/licence-words';
import { readSuiteAnswer } from '../../../../src/main/core/probing/read-suite-answer';

const runs = { numRuns: 2000 };

/** The same answer in the words of both languages (section 2.5 of the Linux facts). */
const languages = {
  english: {
    name: 'Name',
    version: 'Version',
    state: 'Key status',
    expires: 'License expiration date',
    databases: 'Last release date of databases',
    noise: ['Storage state', 'Last run date of the Scan_My_Computer task', 'Anti-virus databases loaded', 'KSN state'],
    states: { valid: 'Valid', expired: 'Expired', none: 'No key' },
  },
  russian: {
    name: 'Название',
    version: 'Версия',
    state: 'Статус ключа',
    expires: 'Дата окончания срока действия лицензии',
    databases: 'Дата последнего выпуска баз приложения',
    noise: ['Состояние хранилища', 'Базы приложения загружены', 'Состояние KSN'],
    states: { valid: 'Действителен', expired: 'Срок действия истек', none: 'Ключ не добавлен' },
  },
} as const;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const date = fc
  .tuple(fc.integer({ min: 2005, max: 2040 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${year}-${pad(month, 2)}-${pad(day, 2)}`);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => pad(part, 2)).join(':'));
const said = fc
  .record({
    language: fc.constantFrom('english' as const, 'russian' as const),
    expires: date,
    expiresAt: fc.option(time),
    databases: date,
    databasesAt: time,
    state: fc.constantFrom('valid' as const, 'expired' as const, 'none' as const),
  })
  .chain((answer) => {
    const words = languages[answer.language];
    const lines: (readonly [string, string])[] = [
      [words.name, 'Kaspersky Endpoint Security 12 (stand-in)'],
      [words.version, '12.2.0.2412'],
      [words.state, words.states[answer.state]],
      [words.expires, answer.expiresAt === null ? answer.expires : `${answer.expires}, ${answer.expiresAt}`],
      [words.databases, `${answer.databases} ${answer.databasesAt}`],
      ...words.noise.map((label) => [label, 'something else 2001-02-03'] as const),
    ];
    return fc.record({
      answer: fc.constant(answer),
      lines: fc.shuffledSubarray(lines, { minLength: lines.length }),
      form: fc.constantFrom('columns', 'equals', 'json', 'json-in-sections'),
    });
  });
type Said = typeof said extends fc.Arbitrary<infer T> ? T : never;

function textOf({ lines, form }: Said): string {
  switch (form) {
    case 'columns':
      return lines.map(([label, value]) => `${`${label}:`.padEnd(44)}${value}`).join('\n');
    case 'equals':
      return `[License]\r\n${lines.map(([label, value]) => `\t${label}=${value}`).join('\r\n')}`;
    case 'json':
      return JSON.stringify(Object.fromEntries(lines), null, 2);
    default:
      return JSON.stringify({ 'Some section': Object.fromEntries(lines) });
  }
}

describe('an answer in any language, order and form', () => {
  it('is read as it was meant', () => {
    fc.assert(
      fc.property(said, (one) => {
        expect(readSuiteAnswer(textOf(one))).toEqual({
          name: 'Kaspersky Endpoint Security 12 (stand-in)',
          version: '12.2.0.2412',
          expiresOn: one.answer.expires,
          definitionsDate: `${one.answer.databases}T${one.answer.databasesAt}Z`,
          keyState: one.answer.state,
          licenceKind: null,
          policyApplied: false,
        });
      }),
      runs,
    );
  });

  it('that ends in the middle gives what was said or nothing, never something else', () => {
    fc.assert(
      fc.property(said, fc.double({ min: 0, max: 1, noNaN: true }), (one, share) => {
        const text = textOf(one);
        const cut = readSuiteAnswer(text.slice(0, Math.floor(text.length * share)));
        expect([null, one.answer.expires]).toContain(cut.expiresOn);
        expect([null, one.answer.databases]).toContain(cut.definitionsDate?.slice(0, 10) ?? null);
        expect([null, one.answer.state]).toContain(cut.keyState);
      }),
      runs,
    );
  });

  it('that never comes is nothing', () => {
    expect(Object.values(readSuiteAnswer(''))).toEqual([null, null, null, null, null, null, false]);
  });

  it('of any other content is survived, and no date is made up', () => {
    const label = fc.constantFrom(
      ...Object.values(languages).flatMap(({ expires, databases, state }) => [expires, databases, state]),
    );
    const line = fc.tuple(label, fc.constantFrom(':', '=', ': "', ' '), fc.string({ unit: 'binary', maxLength: 60 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('', '{', '\uFEFF', '{"a":['), (lines, start) => {
        const text = start + lines.map((parts) => parts.join('')).join('\n');
        const { expiresOn, definitionsDate } = readSuiteAnswer(text);
        return (
          (expiresOn === null || text.includes(expiresOn)) &&
          (definitionsDate === null || !Number.isNaN(Date.parse(definitionsDate)))
        );
      }),
      runs,
    );
  });
});

describe('the licence in an answer', () => {
  const reserve = 'Reserve key information:\n\tExpiration date: 2030-01-01\n\tKey status: Valid\n';
  const active = 'Active key information:\n\tExpiration date: 2027-03-31\n\tKey status: Expired\n';

  it('is the one in use, wherever the reserve key stands', () => {
    for (const text of [active + reserve, reserve + active])
      expect(readSuiteAnswer(text)).toMatchObject({ expiresOn: '2027-03-31', keyState: 'expired' });
    const json = {
      'Информация о резервном ключе': { 'Статус ключа': 'Действителен' },
      'Информация об активном ключе': { 'Статус ключа': 'Срок действия истёк' },
    };
    expect(readSuiteAnswer(JSON.stringify(json))).toMatchObject({ keyState: 'expired' });
  });

  it('that is only in reserve is none that can be told', () => {
    expect(readSuiteAnswer(reserve)).toMatchObject({ expiresOn: null, keyState: null });
  });

  it.each([
    ['Valid', 'valid'],
    ['The key is valid', 'valid'],
    ['Действителен', 'valid'],
    ['Действующий', 'valid'],
    ['Expired', 'expired'],
    ['Срок действия ключа истек', 'expired'],
    ['No key', 'none'],
    ['The key is not added', 'none'],
    ['Ключ не добавлен', 'none'],
    ['Not valid', null],
    ['Invalid', null],
    ['недействителен', null],
    ['не действителен', null],
    ['Not expired', null],
    ['Срок действия не истек', null],
    ["The key isn't valid", null],
    ['Inconsistent update', null],
    ['N/A', null],
    ['', null],
  ] as const)('in the words "%s" is %s', (words, state) => {
    expect(keyStateIn(words)).toBe(state);
  });

  it.each(['2027-02-30', '12027-03-31', '2027-03-310', '2027-3-31', '31.03.2027', 'tomorrow'])(
    'has no date in %s',
    (words) => {
      expect(readSuiteAnswer(`License expiration date: ${words}`).expiresOn).toBe(null);
    },
  );

  it('keeps the day and drops a time of day that is none', () => {
    expect(readSuiteAnswer('Last release date of databases: 2026-01-15 25:61:00').definitionsDate).toBe(
      '2026-01-15T00:00:00Z',
    );
  });
});

describe('hostile text', () => {
  it.each([
    ['a megabyte of spaces', ' '.repeat(1_000_000) + 'x'],
    ['a line without end', `Key status${' '.repeat(1_000_000)}: Valid`],
    ['quotes', '"'.repeat(1_000_000)],
    ['deep JSON', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
  ])('of %s is done with at once', (_, text) => {
    const startedMs = performance.now();

    const lines = labelledLines(text);

    expect(lines).toEqual([]);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });
});
