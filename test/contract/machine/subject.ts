import type { Action } from '../../../src/main/core/machine/actions';
import type { Machine } from '../../../src/main/core/machine/machine';
import type { Given } from '../../../src/main/core/machine/questions';

/** A computer to be tested, and what is known to be on it. Checks that need more than is known are skipped and say so. */
export interface Subject {
  readonly machine: Machine;
  readonly available: Available;
  /** Something that may really be removed here, for machines that act; `restart` is called when the removal asks for one. */
  readonly removable?: { readonly action: Action; readonly restart: () => void | Promise<void> };
  /** The state of the computer as seen from outside, to prove that asking changes nothing. */
  readonly fingerprint?: () => Promise<string>;
}

export interface Available {
  readonly file?: string;
  /** A folder that can be listed, and whose entries can be asked for one by one. */
  readonly folder?: string;
  readonly text?: { readonly path: string; readonly holds: string };
  readonly installedPackage?: Given<'package-files'>;
  readonly registryTree?: Given<'registry-tree'>;
}
