import type { FileSecurity } from './native/security-descriptor';

/**
 * Whether nobody but the system and administrators can change what lies at a path. `chain` is the thing itself and then every folder
 * above it, up to the drive. False on any doubt.
 *
 * The thing itself must not be writable in any way. In a folder above it others may make new things, as everybody may at the root of
 * a drive and in ProgramData: that replaces nothing. They must not delete, rename or open up what is there.
 */
export function ownedBySystem(chain: readonly FileSecurity[]): boolean {
  return chain.length > 0 && chain.every((security, level) => isKept(security, level === 0 ? change : replace));
}

function isKept({ owner, entries }: FileSecurity, forbidden: number): boolean {
  if (owner === null || !trusted.has(owner) || entries === null) return false;
  return entries.every(({ kind, sid, rights, inheritOnly }) => {
    // What a deny takes away is not counted: the order of entries decides what it is worth.
    if (inheritOnly || kind === 'denies') return true;
    if (kind === 'other' || sid === null) return false;
    return trusted.has(sid) || placeholders.has(sid) || (rights & forbidden) === 0;
  });
}

/** SYSTEM, Administrators and TrustedInstaller. */
const trusted: ReadonlySet<string> = new Set([
  'S-1-5-18',
  'S-1-5-32-544',
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
]);

/** CREATOR OWNER, which is nobody, and OWNER RIGHTS, which are the owner's. */
const placeholders: ReadonlySet<string> = new Set(['S-1-3-0', 'S-1-3-4']);

/** GENERIC_ALL, GENERIC_WRITE, MAXIMUM_ALLOWED, WRITE_OWNER, WRITE_DAC, DELETE and FILE_DELETE_CHILD. */
const replace = 0x1000_0000 | 0x4000_0000 | 0x0200_0000 | 0x8_0000 | 0x4_0000 | 0x1_0000 | 0x40;
/** And FILE_WRITE_DATA, _APPEND_DATA, _WRITE_EA and _WRITE_ATTRIBUTES: for a folder, to add files and folders. */
const change = replace | 0x2 | 0x4 | 0x10 | 0x100;
