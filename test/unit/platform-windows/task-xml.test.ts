import { describe, expect, test } from 'vitest';
import { parseTask } from '../../../src/main/platform/windows/task-xml';

const task = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-16"?><Task xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">${inside}</Task>`;
const wide = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('a task of the scheduler', () => {
  test('gives its commands and whether it is switched on, in UTF-16 and in UTF-8', () => {
    const text = task(
      '<Settings><Enabled>false</Enabled></Settings><Actions><Exec><Command> "%ProgramFiles%\\Ж &amp; Co\\a.exe" </Command>' +
        '<Arguments>/b</Arguments></Exec><Exec><Command>b.cmd</Command></Exec></Actions>',
    );

    const found = [wide(text), Buffer.from(text, 'utf16le'), Buffer.from(text)].map(parseTask);

    const expected = { commands: ['"%ProgramFiles%\\Ж & Co\\a.exe"', 'b.cmd'], enabled: false };
    expect(found).toEqual([expected, expected, expected]);
  });

  test('is switched on when it does not say, and may start no program', () => {
    expect(parseTask(Buffer.from(task('<Actions><ComHandler/></Actions>')))).toEqual({ commands: [], enabled: true });
    expect(parseTask(Buffer.from(task('<Actions><Exec><Command/></Exec></Actions>')))).toEqual({
      commands: [],
      enabled: true,
    });
  });

  test('is not taken in by a trigger that is switched off, or a command elsewhere', () => {
    const text = task(
      '<Triggers><LogonTrigger><Enabled>false</Enabled></LogonTrigger></Triggers>' +
        '<RegistrationInfo><Exec><Command>C:\\no.exe</Command></Exec></RegistrationInfo>',
    );

    expect(parseTask(Buffer.from(text))).toEqual({ commands: [], enabled: true });
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['half a letter', Buffer.from([0xff, 0xfe, 0x3c])],
    ['bytes that are no text', Buffer.from([0x3c, 0xc3, 0x28])],
    ['no XML', Buffer.from('Task')],
    ['an element that never ends', Buffer.from('<Task><Actions>')],
    ['another root', Buffer.from('<Job/>')],
    ['two roots', Buffer.from('<Task/><Task/>')],
    ['a document type', Buffer.from('<!DOCTYPE Task><Task/>')],
    ['an entity of its own', Buffer.from('<!DOCTYPE Task [<!ENTITY a "b">]><Task>&a;</Task>')],
    ['a document type in UTF-16', wide('<!doctype Task [<!ENTITY % a SYSTEM "file:///c:/x">%a;]><Task/>')],
    ['an entity that nobody declared', Buffer.from('<Task>&xxe;</Task>')],
  ])('is nothing when it is %s', (_, bytes) => {
    expect(parseTask(bytes)).toBeNull();
  });
});
