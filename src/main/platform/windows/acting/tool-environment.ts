import { win32 } from 'node:path';
import type { SystemFolders } from '../native/system-folders';

/**
 * The environment an uninstaller gets: ours, because it may look for the person's folders, with what decides which code runs set
 * anew. Uninstallers copy themselves to TEMP and run from there; in the person's own TEMP, every program of that person could put a
 * library beside the copy, which runs as administrator.
 */
export function toolEnvironment(
  ours: Readonly<Record<string, string | undefined>>,
  { windows, system }: SystemFolders,
  temporary: string,
): Readonly<Record<string, string>> {
  const root = windows ?? 'C:\\Windows';
  const folder = system ?? win32.join(root, 'System32');
  const set: Readonly<Record<string, string>> = {
    SystemRoot: root,
    windir: root,
    ComSpec: win32.join(folder, 'cmd.exe'),
    Path: `${folder};${root};${win32.join(folder, 'Wbem')}`,
    PATHEXT: '.COM;.EXE;.BAT;.CMD',
    TEMP: temporary,
    TMP: temporary,
  };
  const replaced = new Set(Object.keys(set).map((name) => name.toUpperCase()));
  const kept = Object.entries(ours).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !replaced.has(entry[0].toUpperCase()) && !/^(node|electron|offramp)_/i.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), ...set };
}
