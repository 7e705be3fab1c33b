import * as z from 'zod';
import { findingKinds } from '../knowledge/signature';
import { unansweredStatuses } from '../machine/answer';

/**
 * One thing a probe saw, where it saw it, and the plain facts about it. `trust` says who could have put it there: `user` means
 * that an ordinary program could, so it never decides anything.
 */
export const Finding = z.strictObject({
  probe: z.string(),
  kind: z.enum(findingKinds),
  where: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  trust: z.enum(['system', 'user']),
});
export type Finding = z.infer<typeof Finding>;

/** How one probe went. `required` probes must answer before "nothing found" may be said. */
export const ProbeRecord = z.strictObject({
  id: z.string(),
  status: z.enum(['ok', ...unansweredStatuses]),
  required: z.boolean(),
  ms: z.number(),
  reason: z.string().nullable(),
});
export type ProbeRecord = z.infer<typeof ProbeRecord>;
