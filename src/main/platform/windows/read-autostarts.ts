import { readdirSync } from 'node:fs';
import { win32 } from 'node:path';
import { ok, type Answer } from '../../core/machine/answer';
import type { Autostart } from '../../core/machine/reach-shapes';
import { answerFrom } from './answer-from';
import { expandVariables } from './expand-variables';
import type { WindowsNative } from './native/open-native';
import { programIn } from './program-in';
import { textOf } from './registry-data';
import { shortcutProgram } from './shortcut-program';

/**
 * What starts when this person signs in: Run and RunOnce of the computer (both views) and of the person, and both Startup folders.
 * A key or folder that is not there holds nothing; one that may not be read is told only when nothing else is known.
 */
export function readAutostarts(native: WindowsNative): Answer<Autostart[]> {
  const answers = [
    ...runKeys.map((key) => inKey(native, key)),
    ...startupFolders.map((place) => inFolder(native, place)),
  ];
  const found = answers.flatMap((answer) => (answer.status === 'ok' ? answer.value : []));
  const hole = answers.find(({ status }) => status !== 'ok' && status !== 'absent');
  return found.length === 0 && hole !== undefined ? hole : ok(found);
}

type RunKey = (typeof runKeys)[number];

function inKey({ registry }: WindowsNative, { root, view, name, scope }: RunKey): Answer<Autostart[]> {
  const path = `SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\${name}`;
  const key = registry.readKey(root, path, view);
  if (key.status !== 'ok') return answerFrom(key);
  return ok(
    Object.keys(key.value.values).flatMap((entry): readonly Autostart[] => {
      const command = textOf(key.value.values, entry);
      // RunOnce marks entries with `!` and `*` (when to delete them, and safe mode); they belong to the name.
      return [{ name: entry, program: programIn(command, process.env), where: `${root}${view}\\${path}`, scope }];
    }),
  );
}

type StartupFolder = (typeof startupFolders)[number];

function inFolder({ registry }: WindowsNative, { root, value, usual, scope }: StartupFolder): Answer<Autostart[]> {
  const key = registry.readKey(root, 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders', 64);
  const told = key.status === 'ok' ? textOf(key.value.values, value) : null;
  const folder = expandVariables(told === null || told === '' ? usual : told, process.env);
  if (!/^[A-Za-z]:\\/.test(folder)) return ok([]);
  try {
    return ok(
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.toLowerCase() !== 'desktop.ini')
        .slice(0, mostEntries)
        .map(({ name }) => {
          const where = win32.join(folder, name);
          const program = /\.lnk$/i.test(name) ? shortcutProgram(where) : where;
          return { name, program, where, scope };
        }),
    );
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    if (code === 'ENOENT' || code === 'ENOTDIR') return { status: 'absent', reason: 'not there' };
    return { status: code === 'EPERM' || code === 'EACCES' ? 'denied' : 'failed', reason: `${folder}: ${code}` };
  }
}

const mostEntries = 1_000;

const runKeys = (['Run', 'RunOnce'] as const).flatMap(
  (name) =>
    [
      { root: 'HKLM', view: 64, name, scope: 'system' },
      { root: 'HKLM', view: 32, name, scope: 'system' },
      { root: 'HKCU', view: 64, name, scope: 'user' },
    ] as const,
);

const startupFolders = [
  {
    root: 'HKLM',
    value: 'Common Startup',
    usual: '%ProgramData%\\Microsoft\\Windows\\Start Menu\\Programs\\Startup',
    scope: 'system',
  },
  {
    root: 'HKCU',
    value: 'Startup',
    usual: '%AppData%\\Microsoft\\Windows\\Start Menu\\Programs\\Startup',
    scope: 'user',
  },
] as const;
