import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Hex SHA-256 of text or bytes. */
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** What a stamp file says, or undefined when it is missing or unreadable: then the work is simply done again. */
export function readStamp(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Writes a stamp by replacing, so that a cut-off write never looks like finished work. */
export function writeStamp(file, value) {
  writeReplacing(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** Writes a file so that readers see the old or the new bytes, never a part. */
export function writeReplacing(file, bytes, mode = 0o644) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.new`;
  fs.writeFileSync(temporary, bytes, { mode });
  fs.renameSync(temporary, file);
}
