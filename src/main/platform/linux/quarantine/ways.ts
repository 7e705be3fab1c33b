import { lstatSync, type Stats } from 'node:fs';
import type { ActionOutcome } from '../../../core/machine/actions';
import type { LinuxTools } from '../linux-tools';
import { holdWay, isSameFile, UnsafeWay, type HeldFolder } from './held-folder';

/** Does something in the folder a path leads to, held all the while; what speaks against going there is an outcome. */
export function onTheWay(
  tools: Pick<LinuxTools, 'root' | 'systemUserId' | 'effectiveUserId'>,
  path: string,
  work: (way: readonly HeldFolder[], parent: HeldFolder) => ActionOutcome,
): ActionOutcome {
  if (tools.effectiveUserId !== tools.systemUserId) return failed('needs-elevation', null);
  let way: readonly HeldFolder[] = [];
  try {
    way = holdWay(tools.root, path.split('/').slice(1, -1), tools.systemUserId);
    return work(way, way.at(-1) as HeldFolder);
  } catch (error) {
    if (error instanceof UnsafeWay) return failed(error.reason, path);
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === 'ENOENT' && way.length === 0
      ? failed('parent-missing', path)
      : failed(reasons[code] ?? 'tool-failed', `${code} ${path}`);
  } finally {
    for (const held of way) held.close();
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'disk-read-only',
  EBUSY: 'in-use',
  EXDEV: 'skipped-other-volume',
  ENOENT: 'changed-meanwhile',
  ENOTDIR: 'skipped-link',
  ELOOP: 'skipped-link',
};

export const done: ActionOutcome = { outcome: 'done', reason: null, detail: null };

export const wasNotThere: ActionOutcome = { outcome: 'was-not-there', reason: null, detail: null };

export const failed = (reason: string, detail: string | null): ActionOutcome => ({
  outcome: 'failed',
  reason,
  detail,
});

/** What lies there, a link as itself; null when nothing does. */
export function statOrNull(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether this very file lies at a path. */
export function isThere(path: string, thing: Pick<Stats, 'ino' | 'dev'>): boolean {
  const found = statOrNull(path);
  return found !== null && isSameFile(found, thing);
}
