import type { Leftover } from './leftover';
import type { ProtectedReason } from './protected-reason';

type InRegistry = Extract<Leftover, { kind: 'registry-key' | 'registry-value' }>;

/**
 * The registry: one product's own key below the vendor's, its line in the list of installed programs, and its value in the lists of what starts by itself.
 * Services, classes of devices and everything else below SYSTEM cannot be reached at all; nor can the vendor's licence stores (G34, seen 2026-11-23).
 */
export function inRegistry({ kind, root, path }: InRegistry): ProtectedReason | null {
  const parts = path.toLowerCase().split('\\');
  // 32-bit programs see their own part through `view`; named openly it is the same place under a second name.
  if (parts.includes('') || parts.includes('wow6432node')) return 'place-not-exact';
  if (root === 'HKU' && !/^s-1-(5-21|12-1)(-\d+){4}$/.test(parts[0] ?? '')) return 'place-of-the-system';
  // Below HKU the account comes first.
  const [top, vendor = '', ...below] = root === 'HKU' ? parts.slice(1) : parts;
  if (top !== 'software') return 'place-of-the-system';
  if (vendor === 'microsoft' && isOwnLine(kind, below.join('\\'))) return null;
  if (/^(|microsoft|classes|policies|clients|registeredapplications)$/.test(vendor)) return 'place-of-the-system';
  if (vendor !== 'kasperskylab') return 'place-of-others';
  const own = below[0] === 'protected' ? below.slice(1) : below;
  if (own.length === 0) return 'place-shared';
  return below.some((part) => /^lic(strg|storage|cache)?$/.test(part)) ? 'place-of-people' : null;
}

/** The few lists of the system in which each product has a line of its own. */
const isOwnLine = (kind: InRegistry['kind'], place: string): boolean =>
  kind === 'registry-key'
    ? /^windows\\currentversion\\uninstall\\[^\\]+$/.test(place)
    : /^windows\\currentversion\\run(once)?$/.test(place);
