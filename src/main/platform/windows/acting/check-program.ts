import { win32 } from 'node:path';
import type { Answer } from '../../../core/machine/answer';
import type { PathFacts } from '../../../core/machine/shapes';
import type { SignatureReading } from '../native/signatures';
import { programIn } from '../program-in';
import type { ListedProgram } from './listed-program';

export type ProgramRefusal = 'program-missing' | 'program-not-protected' | 'signature-not-valid';

export interface ProgramWanted {
  readonly program: string;
  readonly signedBy: string | null;
  /** The entry that led to the program. */
  readonly listed: ListedProgram | null | 'unknown';
}

/** What this computer says of the program. */
export interface ProgramFacts {
  readonly place: Answer<PathFacts>;
  readonly signature: () => SignatureReading;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Why a vendor's program may not be started as administrator; null when it may. Nobody but administrators can have put it there or
 * can change it, and its maker signed it; where the facts name no maker, anybody Windows trusts.
 *
 * A product that defends itself can keep others from reading its programs, which one tool took for tampering (G56, seen 2026-11-23).
 * A signature that cannot be read is therefore passed over where the computer's own list of programs names this very file, and only
 * there; one that is read and does not hold never is.
 */
export function whyNotStart(
  { program, signedBy, listed }: ProgramWanted,
  { place, signature, environment }: ProgramFacts,
): ProgramRefusal | null {
  if (place.status === 'absent') return 'program-missing';
  if (place.status !== 'ok' || place.value.kind !== 'file' || !place.value.ownedBySystem)
    return 'program-not-protected';
  const reading = signature();
  switch (reading.status) {
    case 'valid':
      return signedBy === null || reading.signer.toLowerCase().includes(signedBy.toLowerCase())
        ? null
        : 'signature-not-valid';
    case 'unreadable':
      return isNamedBy(listed, program, environment) ? null : 'signature-not-valid';
    case 'not-valid':
      return 'signature-not-valid';
  }
}

function isNamedBy(
  listed: ProgramWanted['listed'],
  program: string,
  environment: ProgramFacts['environment'],
): boolean {
  if (listed === null || listed === 'unknown') return false;
  const named = programIn(listed.uninstallString, environment);
  return named !== null && win32.normalize(named).toLowerCase() === win32.normalize(program).toLowerCase();
}
