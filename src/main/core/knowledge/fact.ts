import * as z from 'zod';

/** How far a fact may be trusted. `unverified` may widen what we look at; it never decides and is never shown as a fact. */
export const Confidence = z.enum(['confirmed', 'one-source', 'unverified']);
export type Confidence = z.infer<typeof Confidence>;

/** Where a fact comes from: ids of the sources and the day they were read. Every fact in the data carries this. */
export const Sourced = z.strictObject({
  confidence: Confidence,
  sources: z.array(z.string()).min(1),
  seen: z.iso.date(),
});
export type Sourced = z.infer<typeof Sourced>;

/** A text in every language we ship. */
export const Text = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });
export type Text = z.infer<typeof Text>;
