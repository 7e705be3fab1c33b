import { closeSync, constants, fstatSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';

/** A file that a running tool writes to and that we read behind it. */
export interface ToolLog {
  readonly descriptor: number;
  /** Reports the whole lines that came since the last look. Never throws: looking must not end what is looked at. */
  readonly readOn: () => void;
  /** Reports the rest and gives the last 256 KiB of what was said. */
  readonly finish: () => string;
  readonly close: () => void;
}

/** Opens the file to add to it; only its owner may read it, and a link in its place is refused. Throws what the file system refuses. */
export function openToolLog(path: string | null, report: (line: string) => void): ToolLog {
  const descriptor = path === null ? openNameless() : openSync(path, addAndRead | constants.O_NOFOLLOW, 0o600);
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.alloc(65_536);
  let position = fstatSync(descriptor).size;
  let said = '';
  let begunLine = '';

  const take = (text: string): void => {
    said = (said + text).slice(-keptCharacters);
    // A carriage return ends a line too: tools draw their progress over it.
    const lines = (begunLine + text).split(/\r\n|\n|\r/);
    begunLine = lines.pop() ?? '';
    lines.filter((line) => line.trim() !== '').forEach((line) => report(line.trimEnd()));
  };
  const readOn = (): void => {
    try {
      for (;;) {
        const read = readSync(descriptor, buffer, 0, buffer.length, position);
        if (read === 0) return;
        position += read;
        take(decoder.write(buffer.subarray(0, read)));
      }
    } catch {
      // What cannot be read now is read by the next look, or stays in the file for people.
    }
  };
  return {
    descriptor,
    readOn,
    finish: () => {
      readOn();
      if (begunLine !== '') take('\n');
      return said;
    },
    close: () => closeSync(descriptor),
  };
}

function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'offramp-'));
  try {
    return openSync(join(folder, 'log'), addAndRead, 0o600);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const addAndRead = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT;
const keptCharacters = 256 * 1024;
