import { win32 } from 'node:path';
import { programIn } from '../program-in';
import { readPath } from '../read-files';
import type { ActingTools } from './acting-tools';
import type { ListedProgram } from './listed-program';

export type ProgramRefusal = 'program-missing' | 'program-not-protected' | 'signature-not-valid';

export interface ProgramWanted {
  readonly program: string;
  readonly signedBy: string | null;
  /** The entry that led to the program. */
  readonly listed: ListedProgram | null | 'unknown';
}

/**
 * Why a vendor's program may not be started as administrator; null when it may. Nobody but administrators can have put it there or
 * can change it, and its maker signed it.
 *
 * A product that defends itself can keep others from reading its programs, which one tool took for tampering (G56, seen 2026-11-23).
 * A signature that cannot be read is therefore passed over where the computer's own list of programs names this very file, and only
 * there; one that is read and does not hold never is.
 */
export function whyNotStart({ program, signedBy, listed }: ProgramWanted, tools: ActingTools): ProgramRefusal | null {
  const place = readPath(tools.native, program);
  if (place.status === 'absent') return 'program-missing';
  if (place.status !== 'ok' || place.value.kind !== 'file' || !place.value.ownedBySystem)
    return 'program-not-protected';
  const signature = tools.acting.signatures.check(program);
  switch (signature.status) {
    case 'valid':
      return signedBy === null || signature.signer.toLowerCase().includes(signedBy.toLowerCase())
        ? null
        : 'signature-not-valid';
    case 'unreadable':
      return isNamedBy(listed, program, tools) ? null : 'signature-not-valid';
    case 'not-valid':
      return 'signature-not-valid';
  }
}

function isNamedBy(listed: ListedProgram | null | 'unknown', program: string, tools: ActingTools): boolean {
  if (listed === null || listed === 'unknown') return false;
  const named = programIn(listed.uninstallString, tools.environment);
  return named !== null && win32.normalize(named).toLowerCase() === win32.normalize(program).toLowerCase();
}
