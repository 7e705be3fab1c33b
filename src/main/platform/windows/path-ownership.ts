import { lstatSync } from 'node:fs';
import { win32 } from 'node:path';
import type { NativeFileSecurity } from './native/file-security';
import type { FileSecurity } from './native/security-descriptor';
import { ownedBySystem } from './owned-by-system';

/**
 * Whether the system alone can change what lies at a path of a fixed drive of this computer. A link or junction on the way, a path
 * spelled in an unusual way or an owner that may not be read all mean no.
 */
export function isOwnedBySystem(files: NativeFileSecurity, path: string): boolean {
  const root = /^[A-Za-z]:\\/.exec(path)?.[0];
  // `a:b` is a stream, `..` another place, and a blank or dot at the end is dropped by Windows.
  if (root === undefined || /[/:*?"<>|]|\\\\|(^|\\)\.{1,2}(\\|$)|[ .](\\|$)/.test(path.slice(root.length)))
    return false;
  if (!files.isFixedDrive(root)) return false;
  const chain: FileSecurity[] = [];
  for (let at = path; ; at = win32.dirname(at)) {
    if (lstatSync(at).isSymbolicLink()) return false;
    const security = files.read(at);
    if (security.status !== 'ok') return false;
    chain.push(security.value);
    if (at === win32.dirname(at)) return ownedBySystem(chain);
  }
}
