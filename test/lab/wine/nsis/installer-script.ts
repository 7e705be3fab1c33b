import { win32 } from 'node:path';
import type { RegistryData, RegistryEntry } from '../registry-text';
import type { PlantedService } from '../replant/planting';

/** A program that comes with an installer of the usual kind, and goes with the uninstaller that it puts beside itself. */
export interface Installer {
  readonly name: string;
  readonly folder: string;
  /** Its programs, all below its folder. */
  readonly programs: readonly string[];
  /** Those of them that run by themselves. */
  readonly runs: readonly string[];
  readonly services: readonly PlantedService[];
  readonly keys: readonly RegistryEntry[];
  /** Folders it makes elsewhere. */
  readonly folders: readonly string[];
  /** What its uninstaller forgets. */
  readonly leaves: { readonly keys: RegExp | null; readonly folders: readonly string[] };
}

/** The script from which NSIS makes the installer. `standIn` is the program that is put in the place of every program. */
export function installerScript(installer: Installer, standIn: string): string {
  const { name, folder, programs, runs, services, keys, folders, leaves } = installer;
  return [
    'Unicode true',
    'Target amd64-unicode',
    `Name ${quoted(name)}`,
    'OutFile "installer.exe"',
    'RequestExecutionLevel admin',
    'SilentInstall silent',
    'SilentUnInstall silent',
    `InstallDir ${quoted(folder)}`,
    'Section',
    'SetRegView 64',
    'SetOutPath "$INSTDIR"',
    'WriteUninstaller "$INSTDIR\\uninstall.exe"',
    ...programs.flatMap((program) => [
      `SetOutPath ${quoted(win32.dirname(program))}`,
      `File ${quoted(`/oname=${win32.basename(program)}`)} ${quoted(standIn)}`,
    ]),
    ...folders.map((one) => `CreateDirectory ${quoted(one)}`),
    ...keys.flatMap(written),
    ...services.flatMap((service) => [
      run(createCommand(service)),
      ...(service.runs ? [run(`sc.exe start ${service.name}`)] : []),
    ]),
    ...runs.map((program) => `Exec ${quoted(`"${program}"`)}`),
    'SectionEnd',
    'Section Uninstall',
    'SetRegView 64',
    ...runs.map((program) => run(`taskkill.exe /f /im ${win32.basename(program)}`)),
    ...services.flatMap(({ name: service, runs: isOn }) => [
      ...(isOn ? [run(`sc.exe stop ${service}`), 'Sleep 500'] : []),
      run(`sc.exe delete ${service}`),
    ]),
    // The deepest first, so that a key which is left keeps its place.
    ...[...keys].reverse().flatMap(({ key }) => (leaves.keys?.test(key) ? [] : [`DeleteRegKey ${placeOf(key)}`])),
    ...folders.flatMap((one) => (leaves.folders.includes(one) ? [] : [`RMDir /r ${quoted(one)}`])),
    'RMDir /r "$INSTDIR"',
    'SectionEnd',
    '',
  ].join('\n');
}

const run = (command: string): string => `ExecWait ${quoted(command)}`;

const createCommand = ({ name, displayName, program, startsBySelf }: PlantedService): string =>
  `sc.exe create ${name} binPath= "\\"${program}\\"" DisplayName= "${displayName}" start= ${startsBySelf ? 'auto' : 'demand'}`;

/** A key without values is made by writing one and taking it away. */
function written({ key, values }: RegistryEntry): readonly string[] {
  const entries = Object.entries(values);
  if (entries.length === 0) return [`WriteRegStr ${placeOf(key)} "made" ""`, `DeleteRegValue ${placeOf(key)} "made"`];
  return entries.map(([name, data]) => writing(key, name, data));
}

function writing(key: string, name: string, data: RegistryData): string {
  if (typeof data === 'string') return `WriteRegStr ${placeOf(key)} ${quoted(name)} ${quoted(data)}`;
  if (typeof data === 'number') return `WriteRegDWORD ${placeOf(key)} ${quoted(name)} ${data}`;
  throw new Error('an installer of this kind writes texts and numbers only');
}

/** `HKLM "SOFTWARE\…"`. */
const placeOf = (key: string): string => `${key.slice(0, 4)} ${quoted(key.slice(5))}`;

const quoted = (text: string): string => `"${text.replaceAll('$', '$$$$').replaceAll('"', '$\\"')}"`;
