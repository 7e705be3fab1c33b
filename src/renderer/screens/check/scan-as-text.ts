import type { Scan } from '../../../main/core/matching/scan';

/** The command that gives the same answer in a terminal. */
export const scanCommand = (simulated: string | null): string =>
  ['offramp scan --json', ...(simulated === null ? [] : [`--machine ${simulated}`])].join(' ');

/** The scan as `scan --json` prints it: what JSON leaves as it is but a terminal obeys is escaped, so that it can be pasted anywhere. */
export const scanJson = (scan: Scan): string =>
  `${JSON.stringify(scan, null, 2)}\n`.replace(
    /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
