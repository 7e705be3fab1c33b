import { renameSync } from 'node:fs';
import { Settings } from '../../../preload/contract/requests';

/** The file behind the settings. Opening or reading one that is no JSON throws. */
export interface SettingsFile {
  read(): unknown;
  write(settings: Settings): void;
}

export interface OpenSettings {
  read(): Settings;
  write(settings: Settings): Settings;
}

export interface SettingsTools {
  readonly open: () => SettingsFile;
  readonly path: string;
  readonly defaults: Settings;
  /** What the command line asked for: it holds until the person chooses otherwise, and is not kept. */
  readonly switches: Partial<Settings>;
  readonly log: (line: string) => void;
}

/** The settings of this person. A file that cannot be read is kept beside, as `.broken`, and the settings start anew. */
export function openSettings({ open, path, defaults, switches, log }: SettingsTools): OpenSettings {
  const { file, settings } = openOrStartAnew(open, path, log);
  let current: Settings = { ...(settings ?? defaults), ...switches };
  return {
    read: () => current,
    write(wanted) {
      file.write(wanted);
      current = wanted;
      return current;
    },
  };
}

function openOrStartAnew(
  open: () => SettingsFile,
  path: string,
  log: (line: string) => void,
): { readonly file: SettingsFile; readonly settings: Settings | null } {
  try {
    const file = open();
    const stored = file.read();
    if (isEmpty(stored)) return { file, settings: null };
    return { file, settings: Settings.parse(stored) };
  } catch (error) {
    log(
      `settings start anew, the old file is kept as ${path}.broken: ${error instanceof Error ? error.message.split('\n', 1)[0] : String(error)}`,
    );
    renameSync(path, `${path}.broken`);
    return { file: open(), settings: null };
  }
}

const isEmpty = (stored: unknown): boolean =>
  typeof stored === 'object' && stored !== null && Object.keys(stored).length === 0;
