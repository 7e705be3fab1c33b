import type { Leftover } from '../machine/leftover';
import type { Finding } from '../probing/finding';
import { isBelow, segmentsOf } from './places';

/**
 * The first proof of ownership: which of the vendor's exact places this lies in, or null when it lies in none. Only one product's own
 * key or folder, directly below the vendor's, ever counts; the vendor's own, which products share, never does.
 */
export const vendorsPlace = (within: readonly string[], address: Leftover, finding: Finding): string | null =>
  within.find((place) => liesIn(place, address, finding)) ?? null;

function liesIn(place: string, address: Leftover, { facts }: Finding): boolean {
  switch (address.kind) {
    case 'folder':
    case 'file':
      return isSame(place, address.path) || isDirectlyBelow(place, address.path);
    case 'registry-key':
      return isDirectlyBelow(place, `${address.root}\\${address.path}`);
    case 'service':
      return typeof facts['executable'] === 'string' && isBelow(place, facts['executable']);
    case 'certificate':
      return commonName(String(facts['subject'])) === place;
    case 'registry-value':
    case 'scheduled-task':
      return false;
  }
}

const isSame = (place: string, path: string): boolean => place.toLowerCase() === path.toLowerCase();

const isDirectlyBelow = (place: string, path: string): boolean =>
  isBelow(place, path) && segmentsOf(path).length === segmentsOf(place).length + 1;

const commonName = (subject: string): string | null =>
  /(?:^|, )CN=(?:"([^"]+)"|([^,"]+))(?:,|$)/.exec(subject)?.slice(1).find(Boolean) ?? null;
