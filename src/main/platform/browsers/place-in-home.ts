import { join, relative } from 'node:path';
import type { OpenHome } from './homes';
import { isInside } from './walk-inside';

/**
 * Where an absolute path that a profile names lies for us; null when it leads out of the home. Decided by its text before anything is
 * looked at: on Windows a path can name another computer.
 */
export function placeInHome(home: OpenHome, path: string): string | null {
  if (isInside(home.folder, path)) return join(home.place, relative(home.folder, path));
  return isInside(home.place, path) ? path : null;
}
