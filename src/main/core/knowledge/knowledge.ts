import * as z from 'zod';
import { Alternative } from './alternative';
import { Parity } from './parity';
import { Policy } from './policy';
import { Recipe } from './recipe';
import { Signature } from './signature';

/** Messages of one language: nested texts, addressed by dotted keys. */
export const Messages = z.record(z.string(), z.unknown());
export type Messages = z.infer<typeof Messages>;

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** Everything the program knows that is not code. Signed as one text, read and checked once. */
export const Knowledge = z.strictObject({
  format: z.literal('offramp-knowledge'),
  schemaVersion: z.literal(1),
  dataVersion: z.string().regex(/^\d{4}\.\d{2}\.\d{2}-\d+$/),
  dataDate: z.iso.date(),
  signatures: z.array(Signature),
  recipes: z.array(Recipe),
  alternatives: z.array(Alternative),
  policies: z.array(Policy).min(1),
  parity: z.array(Parity),
  messages: z.strictObject({ en: Messages, es: Messages }),
});
export type Knowledge = z.infer<typeof Knowledge>;

/** The policy whose closed window is shown beside a scan. */
export const governingPolicyId = 'us-bis-icts-2021-002';
