import type { Planting } from '../replant/planting';
import type { Installer } from './installer-script';

/** Which parts of a recorded computer came with one installer. */
export interface Share {
  readonly name: string;
  readonly folder: string;
  readonly keys: RegExp;
  /** Services are taken by their program, which lies in the folder; drivers stay. */
  readonly folders: readonly string[];
  readonly leaves: Installer['leaves'];
}

/** A recorded computer without what installers bring, and these installers. */
export function apart(
  planting: Planting,
  shares: readonly Share[],
): { readonly rest: Planting; readonly installers: readonly Installer[] } {
  const isTaken = (path: string): boolean =>
    shares.some(({ folder, folders }) => [folder, ...folders].some((one) => isBelow(path, one)));
  return {
    rest: {
      ...planting,
      keys: planting.keys.filter(({ key }) => !shares.some(({ keys }) => keys.test(key))),
      services: planting.services.filter(({ program }) => !isTaken(program)),
      programs: planting.programs.filter((path) => !isTaken(path)),
      files: planting.files.filter(({ path }) => !isTaken(path)),
      folders: planting.folders.filter((path) => !isTaken(path)),
    },
    installers: shares.map(({ name, folder, keys, folders, leaves }) => ({
      name,
      folder,
      programs: [...new Set(planting.files.map(({ path }) => path).filter((path) => isBelow(path, folder)))],
      runs: planting.programs.filter((path) => isBelow(path, folder)),
      services: planting.services.filter(({ program }) => isBelow(program, folder)),
      keys: planting.keys.filter(({ key }) => keys.test(key)),
      folders,
      leaves,
    })),
  };
}

const isBelow = (path: string, folder: string): boolean =>
  `${path.toLowerCase()}\\`.startsWith(`${folder.toLowerCase()}\\`);
