import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync } from 'node:fs';

/** Cuts off what follows the last line break, so that the next line begins on a line of its own. */
export function truncateToWholeLines(file: string): void {
  const bytes = readFileSync(file);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole === bytes.length) return;
  const descriptor = openSync(file, 'r+');
  try {
    ftruncateSync(descriptor, whole);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
