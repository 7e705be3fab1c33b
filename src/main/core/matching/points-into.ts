import type { Finding } from '../probing/finding';
import { isBelow } from './places';

/**
 * Whether a finding names the very thing that another one is about: a program, folder or root in the same product's folder, the same
 * own name (the key, the service and the data folder of 21.3 are all called `AVP21.3`), or the same version at the end of it, as in
 * `Kaspersky Total Security 21.3` (G2, G13, G16, seen 2026-11-23). Both come from marks of one product, so the vendor is not in question here.
 */
export const pointsInto = (other: Finding, leftover: Finding): boolean =>
  placesOf(other).some((place) => placesOf(leftover).some((own) => isSameFolder(place, own))) ||
  namesOf(other).some((name) => namesOf(leftover).includes(name)) ||
  versionsOf(other).some((version) => versionsOf(leftover).includes(version));

const isSameFolder = (a: string, b: string): boolean =>
  a.toLowerCase() === b.toLowerCase() || isBelow(a, b) || isBelow(b, a);

/** Where on the disk it is, or points to. */
function placesOf({ kind, where, facts }: Finding): readonly string[] {
  const named = [facts['executable'], facts['program'], facts['productRoot'], facts['path']].filter(
    (path): path is string => typeof path === 'string',
  );
  return kind === 'vendor-folder' ? [where, ...named] : named;
}

/** The vendor's own name for it, as keys, services and folders carry it. */
function namesOf({ kind, facts }: Finding): readonly string[] {
  const name =
    kind === 'vendor-key' ? facts['key'] : kind === 'service' || kind === 'vendor-folder' ? facts['name'] : null;
  return typeof name === 'string' ? [name.toLowerCase()] : [];
}

const versionsOf = (finding: Finding): readonly string[] =>
  namesOf(finding).flatMap((name) => /\d+(?:\.\d+)+$/.exec(name) ?? []);
