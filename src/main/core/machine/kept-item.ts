import * as z from 'zod';

/** Something that was moved aside in a run and can be put back: what `undo` lists. */
export const KeptItem = z.strictObject({
  /** The quarantine action's `item`: the same leftover has the same id in every run. */
  id: z.string(),
  kind: z.string(),
  /** Where it was, as `leftoverText` tells it. */
  from: z.string(),
  movedAt: z.iso.datetime({ offset: true }),
  /** False when it was put back already, when something else stands in its place, or when the store was damaged; `reason` says which. */
  restorable: z.boolean(),
  /** A reason code with words in `assets/messages` (`reasons`), or null when it can be put back. */
  reason: z.string().nullable(),
});
export type KeptItem = z.infer<typeof KeptItem>;
