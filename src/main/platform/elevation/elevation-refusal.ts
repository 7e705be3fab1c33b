export type ElevationRefusal = 'denied' | 'no-agent';

/**
 * What pkexec's own exit codes say when it did not run the command: 126, the person closed the prompt; 127, nobody could be asked or the
 * answer did not suffice (pkexec(1), seen 2026-11-23). Null for every other code, which is the command's own; ours uses neither of these two.
 */
export const elevationRefusal = (exitCode: number): ElevationRefusal | null =>
  exitCode === 126 ? 'denied' : exitCode === 127 ? 'no-agent' : null;
