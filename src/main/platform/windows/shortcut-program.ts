import { closeSync, openSync, readSync } from 'node:fs';
import { linkTarget } from './link-target';

/** What a shortcut file starts, or null when it says nothing that we understand. */
export function shortcutProgram(path: string): string | null {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(largestShortcutBytes);
      return linkTarget(bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0)));
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

const largestShortcutBytes = 64 * 1024;
