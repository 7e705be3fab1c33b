import { join, posix } from 'node:path';
import { ok, type Answer } from '../../core/machine/answer';
import type { NativeHost } from '../../core/machine/reach-shapes';
import { openHomes, type Home } from './homes';
import { systemHostPlaces, userHostPlaces, type FileSystemPlatform } from './native-host-places';
import { field, fileNames, readJson } from './read-inside';
import { walkInside } from './walk-inside';

/** The files of a system that keeps its registrations in folders, and whose homes are looked at. */
export interface BrowserFiles {
  readonly platform: FileSystemPlatform;
  /** The folder that stands for `/`. */
  readonly root: string;
  /** The user whose files count as the system's own: 0, except in tests that do not run as root. */
  readonly systemUserId: number;
  readonly homes: readonly Home[];
}

/**
 * Programs that extensions may talk to, as folders of the system and of every home we may read register them. The file's name is the
 * host's, because that is how a browser looks it up; one whose content cannot be read is still there, without its program. A folder of the
 * system that somebody else may write to counts as that person's word.
 */
export async function readNativeHosts(files: BrowserFiles): Promise<Answer<NativeHost[]>> {
  const { platform, root, systemUserId, homes } = files;
  const system = await Promise.all(
    systemHostPlaces[platform].map(({ browser, folder }) =>
      hostsIn({ browser, base: root, folder: join(root, folder), shown: folder, ownedBy: systemUserId }),
    ),
  );
  const own = await Promise.all(
    (await openHomes(root, homes)).flatMap((home) =>
      userHostPlaces(platform).map(({ browser, folder }) =>
        hostsIn({
          browser,
          base: home.place,
          folder: join(home.place, folder),
          shown: posix.join(home.folder, folder),
          ownedBy: null,
        }),
      ),
    ),
  );
  return ok([...system, ...own].flat());
}

interface HostFolder {
  readonly browser: string;
  readonly base: string;
  readonly folder: string;
  /** The folder as that computer names it. */
  readonly shown: string;
  readonly ownedBy: number | null;
}

async function hostsIn({ browser, base, folder, shown, ownedBy }: HostFolder): Promise<readonly NativeHost[]> {
  const names = (await fileNames(base, folder)).filter((name) => name.endsWith('.json'));
  return Promise.all(
    names.map(async (file) => {
      const place = join(folder, file);
      const program = field(await readJson(base, place), 'path');
      const walked = ownedBy === null ? null : await walkInside(base, place, ownedBy);
      return {
        browser,
        name: file.slice(0, -'.json'.length),
        manifest: posix.join(shown, file),
        program: typeof program === 'string' ? program : null,
        scope: walked?.owned === true ? ('system' as const) : ('user' as const),
      };
    }),
  );
}
