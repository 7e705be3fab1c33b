import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isInside } from '../../../../src/main/platform/windows/acting/is-inside';
import { installerLog } from '../../../../src/main/platform/windows/acting/msi-log';
import { passwordProperties } from '../../../../src/main/platform/windows/acting/password-properties';
import { restartCommand } from '../../../../src/main/platform/windows/acting/restart-command';
import { restartWanted } from '../../../../src/main/platform/windows/acting/restart-wanted';
import { toolEnvironment } from '../../../../src/main/platform/windows/tool-environment';

describe('isInside', () => {
  test('takes a folder for itself, whatever the case, and no neighbour with a longer name', () => {
    expect(isInside('C:\\Program Files\\A\\b.exe', 'c:\\program files')).toBe(true);
    expect(isInside('C:\\Program Files', 'C:\\Program Files\\')).toBe(true);
    expect(isInside('C:\\Program Files 2\\b.exe', 'C:\\Program Files')).toBe(false);
  });
});

describe('toolEnvironment', () => {
  const folders = { windows: 'C:\\Windows', system: 'C:\\Windows\\System32' };

  test('sets anew what decides which code runs, whatever the case it was given in', () => {
    const ours = { PATH: 'C:\\Users\\a\\bin', temp: 'C:\\Users\\a\\Temp', COMSPEC: 'C:\\evil.exe', pathext: '.JS' };

    const environment = toolEnvironment(ours, folders, 'C:\\Windows\\Temp\\x');

    expect(Object.keys(environment).map((name) => name.toUpperCase())).toEqual(
      expect.arrayContaining(['PATH', 'TEMP', 'TMP', 'COMSPEC', 'PATHEXT', 'SYSTEMROOT', 'WINDIR']),
    );
    expect(JSON.stringify(environment)).not.toMatch(/Users|evil|\.JS/);
    expect(environment['TEMP']).toBe('C:\\Windows\\Temp\\x');
  });

  test('passes the person’s folders on by name, and nothing that could load code', () => {
    const ours = {
      appdata: 'C:\\Users\\a',
      NODE_OPTIONS: '--require x',
      COR_PROFILER_PATH: 'C:\\Users\\a\\x.dll',
      PSModulePath: 'C:\\Users\\a\\modules',
      __COMPAT_LAYER: 'x',
      OFFRAMP_STATE_DIR: 'x',
    };

    const environment = toolEnvironment(ours, folders, 'T');

    expect(environment['APPDATA']).toBe('C:\\Users\\a');
    expect(environment['PSModulePath']).toBe('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\Modules');
    expect(Object.keys(environment).filter((name) => /node|cor_|compat|offramp/i.test(name))).toEqual([]);
  });
});

describe('restartCommand', () => {
  test('is Windows’ own program by its whole path, planned, and closes nobody’s program by force', () => {
    const command = restartCommand({ windows: 'C:\\Windows', system: 'C:\\Windows\\System32' });

    expect(command?.program).toBe('C:\\Windows\\System32\\shutdown.exe');
    expect(command?.arguments).toEqual(expect.arrayContaining(['/r', 'p:4:2']));
    expect(command?.arguments).not.toContain('/f');
    expect(restartCommand({ windows: null, system: null })).toBeNull();
  });
});

describe('restartWanted', () => {
  const before = new Set(['C:\\other\\a.tmp>']);

  test('is true for a move that was not waiting before', () => {
    expect(restartWanted(before, new Set([...before, 'C:\\Program Files\\V\\x.sys>']), 'C:\\Windows\\Temp\\o')).toBe(
      true,
    );
  });

  test('is false for what waited already, and for the uninstaller’s own copy', () => {
    expect(restartWanted(before, before, null)).toBe(false);
    expect(restartWanted(before, new Set(['C:\\Windows\\Temp\\o\\~nsu.tmp\\Un_A.exe>']), 'C:\\Windows\\Temp\\o')).toBe(
      false,
    );
  });
});

describe('passwordProperties', () => {
  const listed = (name: string, publisher: string) => ({ name, publisher, uninstallString: null });

  test('are known for Endpoint Security alone, in every language of its name', () => {
    const properties = passwordProperties(
      listed('Kaspersky Endpoint Security для Windows', '"Лаборатория Касперского"'),
    );

    expect(properties?.('word')).toEqual({ KLLOGIN: 'KLAdmin', KLPASSWD: 'word' });
  });

  test.each([
    listed('Kaspersky Endpoint Agent', 'Kaspersky'),
    listed('Kaspersky Security Cloud', 'Kaspersky'),
    listed('Kaspersky Endpoint Security for Windows', 'Somebody else'),
    null,
    'unknown' as const,
  ])('are not handed to anything else: %j', (other) => {
    expect(passwordProperties(other)).toBeNull();
  });
});

describe('installerLog', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'offramp-log-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('tells each action once, from a file that grows in the middle of a line, in Windows’ form', () => {
    const file = path.join(folder, 'windows.log');
    const log = installerLog(file);
    const add = (text: string) => appendFileSync(file, Buffer.from(text, 'utf16le'));

    const told = [log.newActions()];
    writeFileSync(file, Buffer.from([0xff, 0xfe]));
    add('MSI (s) (A8:9C) [12:00:00:123]: Doing action: Remo');
    told.push(log.newActions());
    add('veFiles\r\nAction start 12:00:00: RemoveFiles.\r\nАктивное действие\r\n');
    told.push(log.newActions(), log.newActions());

    expect(told).toEqual([[], [], ['RemoveFiles'], []]);
    expect(log.bytes()).toBeGreaterThan(100);
  });

  test('tells nothing of an earlier attempt, and all of a file that is begun anew', () => {
    const file = path.join(folder, 'wine.log');
    writeFileSync(
      file,
      'Action 11:06:51: Behave. \r\nAction start 11:06:51: Behave.\r\nAction ended 11:06:51: Behave.\r\n',
    );

    const log = installerLog(file);
    expect(log.newActions()).toEqual([]);
    expect(installerLog(null).newActions()).toEqual([]);

    writeFileSync(file, 'Action start 11:06:52: RemoveFiles.\r\n');
    expect(log.newActions()).toEqual(['RemoveFiles']);
  });
});
