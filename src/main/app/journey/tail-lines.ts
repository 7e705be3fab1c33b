import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const bytesAtOnce = 64 * 1024;
const longestLine = 500;

/**
 * Reads what was added to a text file since the last call, as whole lines (cut to 500 characters, the newest 64 KiB). A file that is
 * not there or may not be read has no lines: showing them is a comfort, not a promise.
 */
export function tailLines(path: string): () => readonly string[] {
  let offset = 0;
  let rest = '';
  return () => {
    const added = readFrom(path, offset);
    if (added === null) return [];
    offset = added.end;
    const lines = (rest + added.text).split(/\r\n|\n|\r/);
    rest = lines.pop()?.slice(-longestLine) ?? '';
    return lines.map((line) => line.slice(0, longestLine)).filter((line) => line.trim() !== '');
  };
}

function readFrom(path: string, offset: number): { readonly text: string; readonly end: number } | null {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, 'r');
    const { size } = fstatSync(descriptor);
    if (size <= offset) return null;
    const from = Math.max(offset, size - bytesAtOnce);
    const bytes = Buffer.alloc(size - from);
    const read = readSync(descriptor, bytes, 0, bytes.length, from);
    return { text: bytes.subarray(0, read).toString('utf8'), end: from + read };
  } catch {
    return null;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}
