import type * as z from 'zod';
import { readLimited } from '../platform/storage/read-limited';

export type ValueFile<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly detail: string };

/** Reads a value of a known shape from a JSON file: at most 64 MiB, UTF-8, the exact shape. Anything else gives the place of the fault. */
export function readValueFile<T>(path: string, shape: z.ZodType<T>): ValueFile<T> {
  const text = readLimited(path);
  if (!text.ok) return { ok: false, detail: `${path}: ${text.detail}` };
  let value: unknown;
  try {
    value = JSON.parse(text.text);
  } catch {
    return { ok: false, detail: `${path}: $ is not JSON` };
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  return { ok: false, detail: `${path}: $${pathText(issue?.path ?? [])} ${issue?.message ?? ''}` };
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
