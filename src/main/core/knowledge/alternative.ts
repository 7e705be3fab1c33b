import * as z from 'zod';
import { Sourced, Text } from './fact';
import { platforms } from '../machine/shapes';

/** A replacement that may be suggested. Only facts with a source and a date are here; prices and tests expire by themselves. */
export const Alternative = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  /** Null: no source we trust names it. */
  owner: z.string().nullable(),
  country: z.string().nullable(),
  platforms: z.array(z.enum(platforms)).min(1),
  audience: z.array(z.enum(['home', 'small-business'])).min(1),
  builtIn: z.boolean(),
  price: z.enum(['free', 'low', 'any']).nullable(),
  summary: Text,
  /** Where the facts can be read. */
  page: z.url(),
  fact: Sourced,
});
export type Alternative = z.infer<typeof Alternative>;
