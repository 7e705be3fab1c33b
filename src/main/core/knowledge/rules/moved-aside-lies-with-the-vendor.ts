import type { Mark } from '../signature';
import { marksOf } from './marks-of';
import type { Rule } from './rule';

/**
 * What may be moved aside is what a product that is gone leaves in places that are the vendor's alone: checked facts, kinds with a way
 * back, and only the places listed here. A new place is a decision, not a line of data.
 */
export const movedAsideLiesWithTheVendor: Rule = (k) =>
  marksOf(k)
    .filter(({ mark }) => mark.residue?.action === 'quarantine' && !isSound(mark))
    .map(
      ({ named }) => `${named} may not be moved aside: not remains, not checked, or not in a place of the vendor's own`,
    );

const isSound = ({ kind, says, fact, residue }: Mark): boolean => {
  const places = ownPlaces[kind];
  const within = residue?.within ?? [];
  return (
    says === 'remains' &&
    fact.confidence !== 'unverified' &&
    places !== undefined &&
    within.length > 0 &&
    within.every((place) => places.some((own) => own.test(place)))
  );
};

const programs = /^C:\\Program Files( \(x86\))?\\Kaspersky Lab$/;

const ownPlaces: Partial<Record<Mark['kind'], readonly RegExp[]>> = {
  'vendor-folder': [programs],
  service: [programs, /^\/(etc|lib|usr\/lib)\/systemd\/system\/[\w-]+\.service$/],
  'vendor-key': [/^HKLM\\SOFTWARE\\KasperskyLab(\\protected)?$/],
  // One product's own folder, never the one that all share; data below /var/opt is the person's.
  path: [/^\/(opt|var\/log)\/kaspersky\/[\w.-]+$/],
  certificate: [/^Kaspersky [\w -]+ (Certificate|Certification Authority)$/],
};
