import type { Leftover } from '../../machine/leftover';
import { protectedPlace } from '../../machine/protected-places';
import type { Mark } from '../signature';
import { marksOf } from './marks-of';
import type { Rule } from './rule';

/**
 * What data calls a vendor's place is held against the closed list in the code, with the plainest thing that could lie there. The actors refuse
 * it in any case; this says so before anybody is told that it will be moved.
 */
export const protectedPlacesCannotBeReached: Rule = (k) =>
  marksOf(k).flatMap(({ mark, named }) =>
    (mark.residue?.action === 'quarantine' ? (mark.residue.within ?? []) : [])
      .flatMap((place) => leastIn(mark.kind, place))
      .flatMap((leftover) => {
        const reason = protectedPlace(leftover);
        return reason === null ? [] : [`${named} reaches a protected place (${reason})`];
      }),
  );

/** A certificate and the service of a program are no places; what they point to is proven on the computer itself. */
function leastIn(kind: Mark['kind'], place: string): readonly Leftover[] {
  if (place.startsWith('/')) return [{ kind: place.endsWith('.service') ? 'file' : 'folder', path: place }];
  if (place.startsWith('HK'))
    return [{ kind: 'registry-key', root: 'HKLM', view: 64, path: `${place.slice('HKLM\\'.length)}\\Product` }];
  return kind === 'certificate' ? [] : [{ kind: 'folder', path: `${place}\\Product` }];
}
