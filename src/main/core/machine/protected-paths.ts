import type { Leftover } from './leftover';
import type { ProtectedReason } from './protected-reason';

type OnDisk = Extract<Leftover, { kind: 'file' | 'folder' }>;

/**
 * Linux: a product's own folder below its vendor's in `/opt` (the place the file system standard gives it) and in `/var/log`, and one unit
 * of systemd. What lies below `/var/opt` is the person's: quarantine, licences, settings.
 */
export function onLinux({ kind, path }: OnDisk): ProtectedReason | null {
  const parts = path.slice(1).split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return 'place-not-exact';
  if (/^\/(home|root|srv|var\/opt|etc\/opt)(\/|$)/.test(path)) return 'place-of-people';
  if (/^\/(opt|var\/log)\/[^/]+\/[^/]+/.test(path)) return null;
  if (kind === 'file' && /^\/(etc|lib|usr\/lib)\/systemd\/system\/[\w@-]+\.service$/.test(path)) return null;
  return sharedOnLinux.has(path) ? 'place-shared' : 'place-of-the-system';
}

/** What products share, the vendor's own folder included: one product's leftovers never are all of it. */
const sharedOnLinux = new Set([
  '/etc/systemd/system',
  '/lib/systemd/system',
  '/opt/kaspersky',
  '/usr/lib/systemd/system',
  '/var/log/kaspersky',
]);

/**
 * Windows: one product's own folder below the vendor's in Program Files. ProgramData is the person's: licence caches, quarantine, reports and the keys of
 * vaults lie there (G16, G34, G35, seen 2026-11-23).
 */
export function onWindows({ path }: OnDisk): ProtectedReason | null {
  const match = /^[A-Z]:\\(.+)$/i.exec(path);
  const parts = match?.[1]?.split('\\') ?? [];
  if (match === null || parts.some(isReadOtherwise)) return 'place-not-exact';
  const [top = '', vendor = '', ...below] = parts.map((part) => part.toLowerCase());
  if (/^(users|documents and settings|programdata|\$recycle\.bin)$/.test(top)) return 'place-of-people';
  if (!/^program files( \(x86\))?$/.test(top) || /^(|common files|microsoft.*|windows.*)$/.test(vendor))
    return 'place-of-the-system';
  if (vendor !== 'kaspersky lab') return 'place-of-others';
  return below.length === 0 ? 'place-shared' : null;
}

/** Dots or blanks at the end, a stream, a short name, a device: Windows reads such a name as another one. */
const isReadOtherwise = (part: string): boolean =>
  /^$|^\.|[. ]$|[/:*?"<>|]|~\d/.test(part) || /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)\s*(\..*)?$/i.test(part);
