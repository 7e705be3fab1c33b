import type { Machine } from '../../core/machine/machine';
import { macReader } from './mac-reader';
import { thisMac, type MacTools } from './mac-tools';

/** This Mac: it can be asked, and is never changed. */
export function macMachine(tools: MacTools = thisMac()): Machine {
  return {
    source: { kind: 'this' },
    reader: macReader(tools),
    acting: { can: false, reason: 'platform-read-only' },
  };
}
