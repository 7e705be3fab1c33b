import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** What an installer adds to its log from now on. */
export interface InstallerLog {
  /** Names of the actions begun since the last look, oldest first; empty when the log is not there or did not grow. */
  readonly newActions: () => readonly string[];
  /** How much was added so far. */
  readonly bytes: () => number;
}

/**
 * Reads behind Windows Installer's own log: UTF-16 on Windows, one byte a character under Wine. The engine writes `Doing action:
 * RemoveFiles` on every Windows, whatever its language; Wine writes `Action start 12:00:00: RemoveFiles` alone.
 */
export function installerLog(path: string | null): InstallerLog {
  let position = path === null ? 0 : sizeOf(path);
  let told = 0;
  let begun = '';
  return {
    bytes: () => told,
    newActions: () => {
      if (path === null) return [];
      // Begun anew instead of added to.
      if (sizeOf(path) < position) position = 0;
      const bytes = readFrom(path, position);
      position += bytes.length;
      told += bytes.length;
      // Both forms become one by dropping the zero bytes: names of actions are plain ASCII.
      const lines = (begun + Buffer.from(bytes.filter((byte) => byte !== 0)).toString('latin1')).split(/\r?\n/);
      begun = (lines.pop() ?? '').slice(-1_000);
      const begunNow = lines.flatMap((line) => sign.exec(line)?.[1] ?? []);
      // An English Windows writes both forms, one after the other.
      return begunNow.filter((action, index) => action !== begunNow[index - 1]);
    },
  };
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

function readFrom(path: string, position: number): Buffer {
  try {
    const file = openSync(path, 'r');
    try {
      const into = Buffer.alloc(Math.max(0, Math.min(fstatSync(file).size - position, mostAtOnce)));
      return into.subarray(0, readSync(file, into, 0, into.length, position));
    } finally {
      closeSync(file);
    }
  } catch {
    // Not there yet, or held by its writer: looking must never end what is looked at.
    return Buffer.alloc(0);
  }
}

const sign = /(?:Doing action: |Action start \d{1,2}:\d\d:\d\d: )(\w{1,72})/;
const mostAtOnce = 1024 * 1024;
