import type { Leftover } from './leftover';

/** Why a place may never be moved aside, whoever says that it is a leftover. Each has words in `reasons`. */
export type ProtectedReason = 'place-not-exact' | 'place-of-the-system' | 'place-of-people' | 'place-shared';

/**
 * The last line before anything is moved, asked by the plan and by the actor of every system: places that no data, no recipe and no finding can
 * reach. A place that is written in any but the plain way is refused too, because one text then means another place of the disk.
 */
export function protectedPlace(leftover: Leftover): ProtectedReason | null {
  switch (leftover.kind) {
    case 'file':
    case 'folder':
      return leftover.path.startsWith('/') ? onLinux(leftover.path) : onWindows(leftover.path);
    case 'registry-key':
    case 'registry-value':
      return inRegistry(leftover);
    case 'service':
      return plainName.test(leftover.name) ? null : 'place-not-exact';
    case 'scheduled-task':
      return /^(\\[^\\/:*?"<>|.][^\\/:*?"<>|]*)+$/.test(leftover.path) && !/^\\Microsoft(\\|$)/i.test(leftover.path)
        ? null
        : 'place-of-the-system';
    case 'certificate':
      return null;
  }
}

const plainName = /^[\w .-]{1,200}$/;

function onLinux(path: string): ProtectedReason | null {
  const parts = path.slice(1).split('/');
  if (path.includes('\0') || parts.some((part) => part === '' || part === '.' || part === '..'))
    return 'place-not-exact';
  if (/^\/(home|root)(\/|$)/.test(path)) return 'place-of-people';
  if (
    /^\/(bin|boot|dev|lib32|lib64|libx32|proc|run|sbin|srv|sys|tmp|var\/tmp|lib\/modules|usr\/lib\/modules)(\/|$)/.test(
      path,
    )
  )
    return 'place-of-the-system';
  if (sharedOnLinux.has(path)) return 'place-shared';
  return parts.length < 3 ? 'place-of-the-system' : null;
}

/** What products share, the vendor's own folder included: one product's leftovers never are all of it. */
const sharedOnLinux = new Set([
  '/etc/opt/kaspersky',
  '/etc/systemd/system',
  '/etc/systemd/user',
  '/lib/systemd/system',
  '/opt/kaspersky',
  '/usr/lib/systemd/system',
  '/usr/local/bin',
  '/usr/local/lib',
  '/usr/local/share',
  '/var/log/kaspersky',
  '/var/opt/kaspersky',
]);

function onWindows(path: string): ProtectedReason | null {
  const match = /^[A-Z]:\\(.+)$/i.exec(path);
  const parts = match?.[1]?.split('\\') ?? [];
  // A dot or blank at its end, a stream, a short name: Windows reads such a name as another one.
  if (match === null || parts.some((part) => part === '' || /^\.|[. ]$|[/:*?"<>|\0]|~\d/.test(part)))
    return 'place-not-exact';
  const [top = '', ...below] = parts.map((part) => part.toLowerCase());
  if (top === 'users' || top === 'documents and settings') return 'place-of-people';
  const isProgram = /^program files( \(x86\))?$/.test(top) || top === 'programdata';
  if (!isProgram || below.length === 0) return 'place-of-the-system';
  if (below[0] === 'microsoft' || below[0] === 'windows defender' || below[0] === 'common files')
    return 'place-of-the-system';
  return below.length === 1 ? 'place-shared' : null;
}

function inRegistry({ path, ...leftover }: Extract<Leftover, { kind: 'registry-key' | 'registry-value' }>) {
  const parts = path.split('\\');
  if (parts.some((part) => part === '' || part.includes('\0'))) return 'place-not-exact';
  // Below HKU the account comes first.
  const [top = '', second = '', ...below] = (leftover.root === 'HKU' ? parts.slice(1) : parts).map((part) =>
    part.toLowerCase(),
  );
  if (top !== 'software') return 'place-of-the-system';
  // 32-bit programs see their own part through `view`; named openly it is the same place under a second name.
  if (second === 'wow6432node') return 'place-not-exact';
  if (second === 'microsoft' || second === 'classes' || second === 'policies' || second === '')
    return isOwnEntry(leftover.kind, [second, ...below]) ? null : 'place-of-the-system';
  return below.length === 0 ? 'place-shared' : null;
}

/** The few lists of the system in which each product has a line of its own. */
function isOwnEntry(kind: Leftover['kind'], [vendor, ...path]: readonly string[]): boolean {
  const place = path.join('\\');
  if (vendor !== 'microsoft') return false;
  return kind === 'registry-key'
    ? /^windows\\currentversion\\uninstall\\[^\\]+$/.test(place)
    : /^windows\\currentversion\\run(once)?$/.test(place);
}
