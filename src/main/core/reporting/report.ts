import * as z from 'zod';
import { runOutcomes, stepOutcomes } from '../execution/journal';
import { Scan } from '../matching/scan';
import { Verification } from '../verification/verification';
import { Proof } from './proof';

/** What was done, step by step, in plain words. */
export const ReportStep = z.strictObject({
  id: z.string(),
  title: z.string(),
  shows: z.string(),
  outcome: z.enum(stepOutcomes).nullable(),
  told: z.string(),
  at: z.string().nullable(),
});

/** The proof of a removal, or of its absence: what was there, what was done, what is there now and what was not checked. */
export const Report = z.strictObject({
  schemaVersion: z.literal(1),
  madeAt: z.iso.datetime({ offset: true }),
  run: z
    .strictObject({
      id: z.string(),
      startedAt: z.string(),
      outcome: z.enum(runOutcomes).nullable(),
      clockGiven: z.boolean(),
      steps: z.array(ReportStep),
    })
    .nullable(),
  before: Scan.nullable(),
  after: Verification,
  /** Null where no key could be made or read. */
  proof: Proof.nullable(),
});
export type Report = z.infer<typeof Report>;
