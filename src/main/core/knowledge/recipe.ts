import * as z from 'zod';
import { Sourced, Text } from './fact';

/** Something a person has to see to before the removal. The person can leave it out only by saying so. */
export const Preparation = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: Text,
  why: Text,
  minutes: z.int().min(0),
  fact: Sourced,
});
export type Preparation = z.infer<typeof Preparation>;

/** Something the vendor's own removal keeps on the computer or takes along, told before anybody agrees. */
export const Consequence = z.strictObject({ text: Text, fact: Sourced });
export type Consequence = z.infer<typeof Consequence>;

/** Whether the vendor's removal is finished only by a restart: what it says itself decides for `maybe`. */
export const restartNeeds = ['never', 'maybe', 'always'] as const;

/** How one product is removed: names and choices for a closed verb. Order: low goes first, the management agent goes last. */
export const Recipe = z.strictObject({
  product: z.string(),
  order: z.int(),
  preparations: z.array(Preparation),
  removal: z.discriminatedUnion('verb', [
    z.strictObject({ verb: z.literal('remove-packages'), purge: z.boolean(), minutes: z.int(), fact: Sourced }),
    z.strictObject({
      verb: z.literal('uninstall-msi'),
      mode: z.enum(['wizard', 'quiet']),
      minutes: z.int(),
      restart: z.enum(restartNeeds).optional(),
      fact: Sourced,
    }),
    z.strictObject({
      verb: z.literal('run-uninstaller'),
      mode: z.enum(['window', 'nsis-quiet']),
      minutes: z.int(),
      restart: z.enum(restartNeeds).optional(),
      fact: Sourced,
    }),
    z.strictObject({ verb: z.literal('none'), why: Text, fact: Sourced }),
  ]),
  keeps: z.array(Consequence).optional(),
  drops: z.array(Consequence).optional(),
  /** What stays untouched on purpose, said in the plan. */
  notTouched: z.array(Text),
});
export type Recipe = z.infer<typeof Recipe>;
