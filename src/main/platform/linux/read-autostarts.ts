import { readdir } from 'node:fs/promises';
import { ok, type Answer } from '../../core/machine/answer';
import type { Autostart } from '../../core/machine/reach-shapes';
import { errorCode } from './answer-for-error';
import { textOf } from './find-units';
import { inSystemFolders } from './find-program';
import { at, type LinuxTools } from './linux-tools';
import { parseDesktopEntry, programOfExec } from './parse-desktop-entry';
import { peopleIn } from './people';
import { readSmallFile } from './read-small-file';

/**
 * What starts when somebody signs in at a screen: the system's entries, and those of every home we may read, which are their owners' to
 * write. An entry that is switched off by `Hidden` does not start and is left out.
 */
export async function readAutostarts(tools: LinuxTools): Promise<Answer<Autostart[]>> {
  const homes = [...peopleIn(tools, textOf(tools, '/etc/passwd') ?? '').map(({ folder }) => folder), '/root'];
  const lists = await Promise.all([
    entriesIn(tools, '/etc/xdg/autostart', 'system'),
    ...[...new Set(homes)].map((home) => entriesIn(tools, `${home}/.config/autostart`, 'user')),
  ]);
  return ok(lists.flat());
}

async function entriesIn(tools: LinuxTools, folder: string, scope: Autostart['scope']): Promise<readonly Autostart[]> {
  const names = await desktopFiles(at(tools, folder));
  const entries = await Promise.all(
    names.map(async (name): Promise<readonly Autostart[]> => {
      const where = `${folder}/${name}`;
      const text = await readSmallFile(at(tools, where), 256 * 1024);
      if (text.status !== 'ok') return [];
      const entry = parseDesktopEntry(text.value);
      if (entry.hidden) return [];
      const program = entry.exec === null ? null : programOfExec(entry.exec);
      return [
        {
          name: entry.name ?? name.slice(0, -'.desktop'.length),
          program: program === null || program.includes('/') ? program : inSystemFolders(tools, program),
          where,
          scope,
        },
      ];
    }),
  );
  return entries.flat();
}

async function desktopFiles(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.desktop')).sort();
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return [];
  }
}
