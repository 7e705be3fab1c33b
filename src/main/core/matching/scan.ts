import * as z from 'zod';
import { MachineDescription, ProtectionProduct } from '../machine/shapes';
import { ProbeRecord } from '../probing/finding';
import { Detection, Residue } from './detection';

export const verdicts = ['present', 'leftovers', 'clear', 'inconclusive'] as const;

/** Something a person must settle before anything is changed (`stop`), or should know (`warn`). */
export const Blocker = z.strictObject({
  id: z.string(),
  severity: z.enum(['stop', 'warn']),
  /** Who can settle it; `wait` settles itself. */
  who: z.enum(['you', 'administrator', 'vendor', 'wait']),
  product: z.string().nullable(),
  says: z.string(),
  nextStep: z.string(),
});
export type Blocker = z.infer<typeof Blocker>;

export const Protection = z.strictObject({
  verdict: z.enum(['protected', 'unprotected', 'unknown']),
  products: z.array(ProtectionProduct.omit({ seenBy: true })),
});
export type Protection = z.infer<typeof Protection>;

/** One look at one computer: the value of `scan --json`, and all that planning may know. */
export const Scan = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({
    name: z.literal('offramp'),
    version: z.string(),
    dataVersion: z.string(),
    dataDate: z.string(),
  }),
  scannedAt: z.iso.datetime({ offset: true }),
  machine: MachineDescription.extend({ name: z.string().nullable(), simulated: z.boolean() }),
  verdict: z.enum(verdicts),
  detections: z.array(Detection),
  residue: z.array(Residue),
  blockers: z.array(Blocker),
  protection: Protection,
  window: z.strictObject({
    policy: z.string(),
    closedDays: z.int().nullable(),
    definitionsAgeDays: z.int().nullable(),
  }),
  probes: z.array(ProbeRecord),
});
export type Scan = z.infer<typeof Scan>;
