import type { Leftover } from './leftover';
import { isDriver } from './protected-drivers';
import { onLinux, onWindows } from './protected-paths';
import type { ProtectedReason } from './protected-reason';
import { inRegistry } from './protected-registry';

/**
 * The last line before anything is moved, asked by the plan, by the rules of the data and by the actor of every system. It names the few places that
 * can be reached at all, and everything else is protected: no data, no recipe and no finding can widen it. A place that is written in any but the
 * plain way is refused too, because one text then means another place of the disk, or looks like one.
 */
export function protectedPlace(leftover: Leftover): ProtectedReason | null {
  switch (leftover.kind) {
    case 'file':
    case 'folder':
      if (!isPlain(leftover.path)) return 'place-not-exact';
      return leftover.path.startsWith('/') ? onLinux(leftover) : onWindows(leftover);
    case 'registry-key':
    case 'registry-value':
      return isPlain(leftover.path) ? inRegistry(leftover) : 'place-not-exact';
    case 'service':
      if (!/^[\w .-]{0,199}[\w-]$/.test(leftover.name)) return 'place-not-exact';
      return isDriver(leftover.name) ? 'place-of-the-system' : null;
    case 'scheduled-task':
      return isPlain(leftover.path) ? inTasks(leftover.path) : 'place-not-exact';
    case 'certificate':
      return null;
  }
}

/** The vendor's own names are plain letters. What is drawn like one of them, or turns the direction of writing, is not one of them. */
const isPlain = (text: string): boolean => /^[ -~]+$/.test(text);

/** Windows keeps tasks as files below System32, so the tricks of file names are tricks here too. */
function inTasks(path: string): ProtectedReason | null {
  const [before, ...parts] = path.split('\\');
  if (before !== '' || parts.length === 0 || parts.some((part) => /^$|^\.|[. ]$|[/:*?"<>|]|~\d/.test(part)))
    return 'place-not-exact';
  return parts[0]?.toLowerCase() === 'microsoft' ? 'place-of-the-system' : null;
}
