import * as z from 'zod';
import type { Plan } from '../../core/planning/plan';
import { refused, type Starting } from './runner';
import type { Ended } from './start-detached';

const Printed = z.object({ schemaVersion: z.literal(1), run: z.null(), reason: z.string() });

/** Why the elevated side ended before a run began: the system's prompt said no, it refused by itself, or it failed. */
export function refusalFromEnd(
  { code, printed, complained }: Ended,
  whyNotStarted: (exitCode: number) => string | null,
  plan: Plan | null,
): Starting {
  const said = Printed.safeParse(jsonIn(printed));
  const lastWords = complained.trim().split('\n').at(-1) ?? '';
  if (said.success) {
    const stops = plan?.blockers.filter(({ severity }) => severity === 'stop') ?? [];
    return refused(said.data.reason, lastWords === '' ? null : lastWords, said.data.reason === 'blocked' ? stops : []);
  }
  const atPrompt = code === null ? null : whyNotStarted(code);
  if (atPrompt !== null) return refused(atPrompt);
  return refused('run-not-started', lastWords === '' ? `exit ${String(code)}` : lastWords);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
