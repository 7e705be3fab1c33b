import * as z from 'zod';
import { features } from './alternative';
import { Confidence, Text } from './fact';

const confidence = z.enum([...Confidence.options, 'weak']);

/** What a person loses with a product of Kaspersky: features a replacement may have, and what no feature names. */
export const Parity = z.strictObject({
  id: z.string(),
  /** Ids of signatures. */
  products: z.array(z.string()).min(1),
  /** Parts of an edition's name, in small letters; null when it is the same for all. */
  editions: z.array(z.string()).min(1).nullable(),
  gives: z.array(z.strictObject({ feature: z.enum(features), confidence })),
  also: z.array(z.strictObject({ text: Text, confidence })),
  sources: z.array(z.string()).min(1),
  seen: z.iso.date(),
});
export type Parity = z.infer<typeof Parity>;
