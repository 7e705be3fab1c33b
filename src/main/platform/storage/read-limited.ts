import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { largestInputBytes } from '../../core/machine/machine-file';

export type FileText =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly reason: 'missing' | 'too-large' | 'not-text' | 'unreadable';
      readonly detail: string;
    };

/** Reads a file from outside: at most 64 MiB, a regular file, valid UTF-8. Everything else is a reason. */
export function readLimited(path: string): FileText {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, 'r');
    const { size } = fstatSync(descriptor);
    if (size > largestInputBytes) return { ok: false, reason: 'too-large', detail: `${size} bytes` };
    if (!fstatSync(descriptor).isFile()) return { ok: false, reason: 'unreadable', detail: 'not a file' };
    const bytes = readFileSync(descriptor);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, text };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return { ok: false, reason: 'missing', detail: code };
    if (error instanceof TypeError) return { ok: false, reason: 'not-text', detail: 'not UTF-8' };
    return { ok: false, reason: 'unreadable', detail: code };
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}
