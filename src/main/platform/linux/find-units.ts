import { readdirSync, readFileSync, readlinkSync, type Dirent } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './answer-for-error';
import { at, type LinuxTools } from './linux-tools';

export interface FoundUnit {
  readonly name: string;
  readonly definedIn: string;
  /** The unit with its drop-ins; null when the file is missing, masked or may not be read. */
  readonly text: string | null;
  readonly startsBySelf: boolean;
}

/**
 * Every service unit systemd would find, in its own order of folders, and every link that wants a unit that is not there any more: that is what
 * a removed product leaves behind. Second names of a unit are left out.
 */
export function findUnits(tools: LinuxTools): readonly FoundUnit[] {
  const folders = unitFolders.map((folder) => ({ folder, entries: entriesOf(tools, folder) }));
  const wanted = wantedUnits(tools, folders);
  const dropIns = folders.flatMap(({ folder, entries }) =>
    entries.filter(({ name }) => name.endsWith('.service.d')).map(({ name }) => `${folder}/${name}`),
  );
  const units = new Map<string, FoundUnit>();
  for (const { folder, entries } of folders)
    for (const entry of entries) {
      const name = unitName(entry.name);
      if (name === null || units.has(name)) continue;
      const definedIn = `${folder}/${entry.name}`;
      const place = entry.isSymbolicLink() ? linkedPlace(tools, definedIn) : definedIn;
      if (place !== null && isSecondName(tools, place, entry.name)) continue;
      const text =
        place === null
          ? null
          : unitText(
              tools,
              place,
              dropIns.filter((path) => path.endsWith(`/${entry.name}.d`)),
            );
      units.set(name, { name, definedIn, text, startsBySelf: wanted.has(name) });
    }
  for (const [name, link] of wanted)
    if (!units.has(name) && !units.has(templateOf(name)))
      units.set(name, { name, definedIn: link, text: null, startsBySelf: true });
  return [...units.values()];
}

type Folder = { readonly folder: string; readonly entries: readonly Dirent[] };

/** Unit (and the template of a wanted instance) -> the link that wants it. */
function wantedUnits(tools: LinuxTools, folders: readonly Folder[]): ReadonlyMap<string, string> {
  const wanted = new Map<string, string>();
  for (const { folder, entries } of folders)
    for (const { name: wants } of entries.filter(({ name }) => /\.(wants|requires|upholds)$/.test(name)))
      for (const { name: link } of entriesOf(tools, `${folder}/${wants}`)) {
        const name = unitName(link);
        if (name === null) continue;
        for (const each of [name, templateOf(name)])
          if (!wanted.has(each)) wanted.set(each, `${folder}/${wants}/${link}`);
      }
  return wanted;
}

export const templateOf = (name: string): string => name.replace(/@.*$/, '@');

const unitName = (file: string): string | null =>
  file.endsWith('.service') ? file.slice(0, -'.service'.length) : null;

/** Where a linked unit lies; null when it is masked. */
function linkedPlace(tools: LinuxTools, path: string): string | null {
  const target = readlinkSync(at(tools, path));
  const place = target.startsWith('/') ? target : join(dirname(path), target);
  return place === '/dev/null' ? null : place;
}

/** A link by another name to a unit that exists. To one that does not it is a leftover of its own. */
const isSecondName = (tools: LinuxTools, place: string, file: string): boolean =>
  basename(place) !== file && place.endsWith('.service') && textOf(tools, place) !== null;

function unitText(tools: LinuxTools, place: string, dropIns: readonly string[]): string | null {
  const own = textOf(tools, place);
  if (own === null) return null;
  const files = dropIns.flatMap((folder) =>
    entriesOf(tools, folder).map(({ name }) => ({ name, path: `${folder}/${name}` })),
  );
  const more = files.filter(({ name }) => name.endsWith('.conf')).sort((a, b) => (a.name < b.name ? -1 : 1));
  return [own, ...more.map(({ path }) => textOf(tools, path) ?? '')].join('\n');
}

export function entriesOf(tools: LinuxTools, folder: string): readonly Dirent[] {
  try {
    return readdirSync(at(tools, folder), { withFileTypes: true });
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return [];
  }
}

export function textOf(tools: LinuxTools, path: string): string | null {
  try {
    return readFileSync(at(tools, path), 'utf8');
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

const unitFolders = [
  '/etc/systemd/system',
  '/run/systemd/system',
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
  '/lib/systemd/system',
];
