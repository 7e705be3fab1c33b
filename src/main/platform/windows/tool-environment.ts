import { win32 } from 'node:path';
import { environmentWord } from './expand-variables';
import type { SystemFolders } from './native/system-folders';

type Environment = Readonly<Record<string, string>>;

/**
 * The environment of a program that runs as administrator. An elevated process starts with whatever the person's own settings hold, and
 * any program of that person can write those: variables that name libraries, modules or profilers to load are a known way from there to
 * administrator. So what tells which code runs is set anew, the person's folders are passed on by name, and nothing else is.
 */
export function toolEnvironment(
  ours: Readonly<Record<string, string | undefined>>,
  { windows, system }: SystemFolders,
  temporary: string,
): Environment {
  const root = windows ?? 'C:\\Windows';
  const folder = system ?? win32.join(root, 'System32');
  const passedOn = passed.flatMap((name) => {
    const word = environmentWord(name, ours);
    return word === undefined ? [] : [[name, word] as const];
  });
  return {
    ...Object.fromEntries(passedOn),
    SystemDrive: root.slice(0, 2),
    SystemRoot: root,
    windir: root,
    OS: 'Windows_NT',
    ComSpec: win32.join(folder, 'cmd.exe'),
    Path: `${folder};${root};${win32.join(folder, 'Wbem')}`,
    PATHEXT: '.COM;.EXE;.BAT;.CMD',
    PSModulePath: win32.join(folder, 'WindowsPowerShell', 'v1.0', 'Modules'),
    TEMP: temporary,
    TMP: temporary,
  };
}

/** Where the person's and everybody's things lie, who the person is, what the processor is. */
const passed: readonly string[] = [
  'ALLUSERSPROFILE',
  'APPDATA',
  'CommonProgramFiles',
  'CommonProgramFiles(x86)',
  'CommonProgramW6432',
  'COMPUTERNAME',
  'HOMEDRIVE',
  'HOMEPATH',
  'LOCALAPPDATA',
  'LOGONSERVER',
  'NUMBER_OF_PROCESSORS',
  'PROCESSOR_ARCHITECTURE',
  'PROCESSOR_IDENTIFIER',
  'PROCESSOR_LEVEL',
  'PROCESSOR_REVISION',
  'ProgramData',
  'ProgramFiles',
  'ProgramFiles(x86)',
  'ProgramW6432',
  'PUBLIC',
  'SESSIONNAME',
  'USERDOMAIN',
  'USERNAME',
  'USERPROFILE',
];
