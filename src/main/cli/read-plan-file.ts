import { Plan } from '../core/planning/plan';
import { readLimited } from '../platform/storage/read-limited';

export type PlanFile = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly detail: string };

/** Reads a plan from a file: at most 64 MiB, UTF-8, the exact shape. Anything else gives the place of the fault. */
export function readPlanFile(path: string): PlanFile {
  const text = readLimited(path);
  if (!text.ok) return { ok: false, detail: `${path}: ${text.detail}` };
  let value: unknown;
  try {
    value = JSON.parse(text.text);
  } catch {
    return { ok: false, detail: `${path}: $ is not JSON` };
  }
  const parsed = Plan.safeParse(value);
  if (parsed.success) return { ok: true, plan: parsed.data };
  const issue = parsed.error.issues[0];
  return {
    ok: false,
    detail: `${path}: $${(issue?.path ?? []).map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')} ${issue?.message ?? ''}`,
  };
}
