import { protectedPlace } from '../machine/protected-places';
import type { Residue } from '../matching/detection';
import type { Scan } from '../matching/scan';

/**
 * Whether things can be moved aside on this computer at all. On Windows they are told: what moves them there, with all that is needed to put them back,
 * is not part of the program yet, and a plan shows only what can run.
 */
export const canBeMovedHere = ({ machine }: Scan): boolean => machine.platform !== 'windows' || machine.simulated;

/** A leftover with an address that nothing protects, and whose it is. */
export type Movable = Residue & {
  readonly owner: string;
  readonly address: NonNullable<Residue['address']>;
};

export const isMovable = (residue: Residue): residue is Movable =>
  residue.action === 'quarantine' &&
  residue.address != null &&
  residue.owner !== null &&
  protectedPlace(residue.address.leftover) === null;
