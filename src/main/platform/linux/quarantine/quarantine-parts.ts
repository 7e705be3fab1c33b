import type { LinuxTools } from '../linux-tools';
import type { Records } from './record';

/** What moving and putting back work with. */
export interface QuarantineParts {
  readonly tools: LinuxTools;
  readonly folder: string;
  readonly records: Records;
  /** Called before every change of the disk, with its name: where tests cut a move off. */
  readonly before: (change: string) => void;
}
