import { constants } from 'node:fs';
import { access, opendir, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** A person's home, as the system names it. */
export interface Home {
  /** How findings name the person: `ana` in `ana/Default`. */
  readonly name: string;
  readonly folder: string;
}

/** A home that we may look into. */
export interface OpenHome extends Home {
  /** Where it really lies for us, with every link on the way resolved. */
  readonly place: string;
}

/**
 * The homes we may look into. Without more rights that is mostly our own. `root` is the folder that stands for `/`; empty where paths begin
 * with a drive.
 */
export async function openHomes(root: string, homes: readonly Home[]): Promise<readonly OpenHome[]> {
  const opened = await Promise.all(
    homes.map(async (home) => {
      try {
        const place = await realpath(join(root, home.folder));
        await access(place, constants.R_OK | constants.X_OK);
        // Windows answers the line above without asking who may read.
        await (await opendir(place)).close();
        return { ...home, place };
      } catch {
        return null;
      }
    }),
  );
  return opened.filter((home) => home !== null);
}
