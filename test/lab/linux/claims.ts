import {
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { everyRoot } from './stand-in';

/**
 * What the laboratory has taken on this computer: paths that did not exist before it installed, and the shared parents that did. Kept in
 * the work folder, so that the next run also cleans after one that was killed. Only claimed paths are ever removed.
 */
export interface Claims {
  readonly roots: readonly string[];
  /** Parents that existed before: never removed, and put back when dpkg removed them because they became empty. */
  readonly parents: readonly string[];
}

const none: Claims = { roots: [], parents: [] };

export function readClaims(workFolder: string): Claims {
  if (!exists(claimsFile(workFolder))) return none;
  return JSON.parse(readFileSync(claimsFile(workFolder), 'utf8')) as Claims;
}

/**
 * Claims the roots before anything is installed. When one exists already and is not ours, nothing is claimed and its path is returned:
 * it may belong to a real product.
 */
export function claim(roots: readonly string[], workFolder: string): { readonly foreign: string | null } {
  const before = readClaims(workFolder);
  const wanted = roots.filter((root) => !before.roots.includes(root));
  const foreign = wanted.find(exists);
  if (foreign !== undefined) return { foreign };
  const isFirst = before.roots.length === 0;
  const parents = isFirst ? sharedParents.filter(exists) : before.parents;
  writeClaims({ roots: [...before.roots, ...wanted], parents }, workFolder);
  return { foreign: null };
}

/** Removes all that is claimed, restores the parents, forgets the claims. Returns the paths that were still there. */
export function removeClaimed(workFolder: string): readonly string[] {
  const claims = readClaims(workFolder);
  const allowed = everyRoot();
  const removed = claims.roots.filter((root) => allowed.has(root) && exists(root) && isReachedWithoutLinks(root));
  for (const root of removed) rmSync(root, { recursive: true, force: true });
  if (claims.roots.length > 0) {
    for (const parent of sharedParents) {
      if (claims.parents.includes(parent)) mkdirSync(parent, { recursive: true, mode: 0o755 });
    }
    for (const parent of sharedParents.toReversed()) {
      if (!claims.parents.includes(parent)) removeIfEmpty(parent);
    }
  }
  rmSync(claimsFile(workFolder), { force: true });
  return removed;
}

/** From the outer to the inner. Debian ships `/opt` and `/var/opt` outside any package, so dpkg takes them away when they become empty. */
const sharedParents = [
  '/opt',
  '/var/opt',
  '/opt/kaspersky',
  '/var/opt/kaspersky',
  '/var/log/kaspersky',
  '/etc/systemd/system/multi-user.target.wants',
];

function writeClaims(claims: Claims, workFolder: string): void {
  const fresh = `${claimsFile(workFolder)}.new`;
  writeFileSync(fresh, JSON.stringify(claims, null, 2), { mode: 0o600 });
  renameSync(fresh, claimsFile(workFolder));
}

function claimsFile(workFolder: string): string {
  return join(workFolder, 'claims.json');
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** A link on the way would lead the removal to somebody else's files. */
function isReachedWithoutLinks(path: string): boolean {
  return realpathSync(dirname(path)) === dirname(path);
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT' && code !== 'ENOTEMPTY' && code !== 'ENOTDIR') throw error;
  }
}
