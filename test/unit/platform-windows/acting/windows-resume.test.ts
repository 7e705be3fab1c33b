import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { windowsResume } from '../../../../src/main/platform/resuming/windows-plan';

const command = { program: 'C:\\Program Files\\Offramp\\offramp.exe', arguments: ['apply', '--resume=20261125-1'] };
const now = new Date('2026-11-25T12:00:00.500Z');

describe('what is arranged on Windows for later', () => {
  test('goes on at the next start through RunOnce, and stays there until it has come to its end', () => {
    expect(windowsResume({ run: '20261125-1', command, when: 'next-start' }, now)).toEqual({
      kind: 'run-once',
      key: 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce',
      name: '!Offramp 20261125-1',
      line: '"C:\\Program Files\\Offramp\\offramp.exe" apply --resume=20261125-1',
    });
  });

  test('looks again a day later by a task with the administrators’ rights, which is well-formed and goes by itself', () => {
    const odd = { ...command, arguments: ['verify', 'a <b> & "c"'] };

    const resume = windowsResume({ run: '20261125-1', command: odd, when: 'in-a-day' }, now);

    if (resume.kind !== 'task') throw new Error(resume.kind);
    const task = new DOMParser().parseFromString(resume.xml, 'text/xml');
    const text = (name: string) => task.getElementsByTagName(name).item(0)?.textContent;
    expect(resume.path).toBe('\\Offramp\\Look again 20261125-1');
    expect(
      ['StartBoundary', 'EndBoundary', 'GroupId', 'Command', 'Arguments', 'DeleteExpiredTaskAfter'].map(text),
    ).toEqual([
      '2026-11-26T12:00:00Z',
      '2026-12-03T12:00:00Z',
      'S-1-5-32-544',
      command.program,
      'verify "a <b> & \\"c\\""',
      'PT0S',
    ]);
  });

  test('is made for no run and no program that could be something else', () => {
    expect(() => windowsResume({ run: '..\\x', command, when: 'next-start' }, now)).toThrow('not a run');
    expect(() =>
      windowsResume({ run: 'x', command: { ...command, program: 'x.exe' }, when: 'next-start' }, now),
    ).toThrow('not an absolute path');
  });
});
