import { lstatSync } from 'node:fs';

/**
 * Whether something lies at a path on a drive of this computer; null where we may not look. A path that leads to another computer
 * is never followed: the registry could make us knock anywhere.
 */
export function existsHere(path: string): boolean | null {
  if (!/^[A-Za-z]:\\/.test(path) || path.includes('\0')) return null;
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? false : null;
  }
}
