import * as z from 'zod';
import { Sourced, Text } from './fact';

/** A rule with dates: whom it binds, what stops at which instant. The words of the law stay with the law: `page` leads there. */
export const Policy = z.strictObject({
  id: z.string(),
  title: Text,
  binds: Text,
  zone: z.string(),
  instants: z.array(z.strictObject({ at: z.iso.datetime({ offset: true }), stops: Text })).min(1),
  /** The instant at which the window shut, or null when the policy has none. */
  closesAt: z.iso.datetime({ offset: true }).nullable(),
  citation: z.string(),
  page: z.url(),
  lastChecked: z.iso.date(),
  fact: Sourced,
});
export type Policy = z.infer<typeof Policy>;
