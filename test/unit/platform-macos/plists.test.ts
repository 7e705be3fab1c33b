import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlist } from '../../../src/main/platform/macos/plist/parse-plist';
import { builtPlist, listOf, textOf } from './built-plist';
import { binaryPlist, xmlPlist } from './fake-mac';

const parse = (content: string | Buffer) => parsePlist(Buffer.from(content as string));

describe('a property list', () => {
  it('is read in XML', async () => {
    const text = `\uFEFF${xmlPlist(
      `<!-- a note --><key>Name</key><string>Ключ &amp; &#x41;<![CDATA[<b>]]></string>
       <key>On</key><true/><key>Count</key><integer>7</integer><key>Empty</key><string/>
       <key>When</key><date>2026-03-02T09:30:00Z</date>
       <key>List</key><array><string>a</string><dict><key>b</key><real>1.5</real></dict></array>`,
    )}`;

    expect(await parse(text)).toEqual({
      ok: true,
      value: {
        Name: 'Ключ & A<b>',
        On: true,
        Count: 7,
        Empty: '',
        When: new Date('2026-03-02T09:30:00Z'),
        List: ['a', { b: 1.5 }],
      },
    });
  });

  it('is read in the binary form', async () => {
    expect(await parse(binaryPlist('receipt-in-cyrillic'))).toEqual({
      ok: true,
      value: {
        PackageIdentifier: 'org.example.заметки',
        PackageVersion: '1.2',
        InstallDate: new Date('2025-01-05T08:00:00Z'),
        InstallPrefixPath: 'Applications',
      },
    });
  });

  it.each([
    ['nothing', ''],
    ['no markup', 'Label = "x";'],
    ['the older form with braces', '{ Label = x; }'],
    ['JSON', '{"Label": "x"}'],
    ['another document', '<html><body/></html>'],
    ['an unclosed element', '<plist version="1.0"><dict><key>a</key><string>b</dict></plist>'],
    ['two lists', '<plist version="1.0"><dict/></plist><plist version="1.0"><dict/></plist>'],
    ['something before the list', '<dict/><plist version="1.0"></plist>'],
    ['an attribute', '<plist version="1.0"><dict id="x"/></plist>'],
    ['an unknown element', '<plist version="1.0"><dict><key>a</key><object/></dict></plist>'],
    ['a comment without an end', '<plist version="1.0"><!-- <dict/></plist>'],
    ['a comment with dashes inside', '<plist version="1.0"><!-- a -- b --><dict/></plist>'],
    ['an instruction', '<plist version="1.0"><?php x ?><dict/></plist>'],
    ['a dictionary that names what every object inherits', xmlPlist('<key>__proto__</key><true/>')],
    ['a value without a key', xmlPlist('<string>a</string>')],
    ['broken base64', xmlPlist('<key>a</key><data>%%%</data>')],
    ['a truncated binary list', binaryPlist('receipt-of-the-agent').subarray(0, 120)],
    ['only the head of a binary list', 'bplist00'],
    ['the other byte order', Buffer.from(xmlPlist(''), 'utf16le')],
  ])('is refused when it is %s', async (_, content) => {
    expect(await parse(content)).toMatchObject({ ok: false });
  });

  it('cannot define entities, which could be expanded without end or fetched', async () => {
    const levels = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};">`).join('');
    const bomb = `<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY e0 "x">${levels}]><plist version="1.0"><string>&e30;</string></plist>`;
    const file =
      '<!DOCTYPE plist [<!ENTITY f SYSTEM "file:///etc/passwd">]><plist version="1.0"><string>&f;</string></plist>';

    expect(await parse(bomb)).toMatchObject({ ok: false });
    expect(await parse(file)).toMatchObject({ ok: false });
    expect(await parse('<plist version="1.0"><string>&e30;</string></plist>')).toMatchObject({ ok: false });
  });

  it('is refused when it is nested deeper than any honest one', async () => {
    const nested = (levels: number): string =>
      `<plist version="1.0">${'<array>'.repeat(levels)}${'</array>'.repeat(levels)}</plist>`;

    expect(await parse(nested(60))).toMatchObject({ ok: true });
    expect(await parse(nested(100))).toMatchObject({ ok: false });
    expect(await parse(nested(200_000))).toMatchObject({ ok: false });
  });

  it.each([
    ['refers to itself', builtPlist([listOf(0)])],
    ['refers to itself many times', builtPlist([listOf(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)])],
    ['refers in a circle', builtPlist([listOf(1), listOf(2), listOf(0)])],
    [
      'doubles on each level',
      builtPlist([...Array.from({ length: 40 }, (_, at) => listOf(at + 1, at + 1)), textOf('x')]),
    ],
    ['writes out one long text many times', manyTimes(2_000_000, 200)],
    [
      'has references without a width',
      builtPlist([Buffer.from([0xaf, 0x12, 0x7f, 0xff, 0xff, 0xff])], { referenceSize: 0 }),
    ],
    ['has a list longer than the file', builtPlist([Buffer.from([0xaf, 0x12, 0x7f, 0xff, 0xff, 0xff])])],
    ['has a length of no known width', builtPlist([Buffer.from([0x5f, 0x1f, 0, 0, 0, 1])])],
    ['has a number of 32 KiB', builtPlist([Buffer.from([0x1f, 0])])],
    ['names more objects than it has', builtPlist([textOf('x')], { count: 4_000_000_000 })],
    ['starts with an object that is not there', builtPlist([textOf('x')], { top: 7 })],
    ['has its table elsewhere', builtPlist([textOf('x')], { table: 1_000_000 })],
    ['refers to an object that is not there', builtPlist([listOf(9)])],
    ['has a list for a key', builtPlist([Buffer.from([0xd1, 1, 2]), listOf(2), textOf('x')])],
    ['has a type that does not exist', builtPlist([Buffer.from([0x70])])],
  ])('is refused when it is binary and %s', async (_, bytes) => {
    const startedMs = performance.now();

    expect(await parse(bytes)).toMatchObject({ ok: false });
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });

  it('may use one object in many places, as Apple’s writer does', async () => {
    const bytes = builtPlist([listOf(1, 1, 2), textOf('x'), listOf(1, 1)]);

    expect(await parse(bytes)).toEqual({ ok: true, value: ['x', 'x', ['x', 'x']] });
  });

  it('is read or refused, never thrown, whatever single byte of a good one is changed', async () => {
    const good = binaryPlist('system-extensions');

    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (place, byte) => {
        const bytes = Buffer.from(good);
        bytes[place] = byte;
        expect(typeof (await parse(bytes)).ok).toBe('boolean');
      }),
      { numRuns: 2_000 },
    );
  });

  it('is read or refused, never thrown, whatever is put into an XML one', async () => {
    const pieces = [
      '<dict>',
      '</dict>',
      '<key>a</key>',
      '<string>',
      '</string>',
      '<array/>',
      '&lt;',
      '&x;',
      '<!--',
      '-->',
      'text',
    ];

    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), async (inside) => {
        expect(typeof (await parse(xmlPlist(inside.join('')))).ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });

  it('takes seconds at most when it is as large as we read', async () => {
    const entry = '<key>k</key><string>v</string>';
    const large = xmlPlist(entry.repeat(12_000));
    const tooMany = xmlPlist(entry.repeat(130_000));
    const startedMs = performance.now();

    expect(await parse(large)).toMatchObject({ ok: true });
    expect(await parse(tooMany)).toMatchObject({ ok: false });
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });
});

/** A list that names one long text again and again. */
function manyTimes(length: number, times: number): Buffer {
  const text = Buffer.concat([Buffer.from([0x5f, 0x12, 0, 0, 0, 0]), Buffer.alloc(length, 0x61)]);
  text.writeUInt32BE(length, 2);
  return builtPlist([Buffer.from([0xaf, 0x10, times, ...Array.from({ length: times }, () => 1)]), text]);
}
