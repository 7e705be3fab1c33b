import * as z from 'zod';
import { Sourced, Text } from './fact';

/** Whom a policy may speak to; a person says which they are, nothing is inferred. */
export const policyAudiences = [
  'home',
  'small-business',
  'critical-infrastructure',
  'state-or-local',
  'national-government',
] as const;

/** A rule with dates: whom it binds, what stops at which instant. The words of the law stay with the law: `page` leads there. */
export const Policy = z.strictObject({
  id: z.string(),
  title: Text,
  binds: Text,
  /** Country, or country and state: `US`, `US-TX`, `EU`. */
  jurisdiction: z.string().regex(/^[A-Z]{2}(-[A-Z]{2})?$/),
  kind: z.string(),
  audiences: z.array(z.enum(policyAudiences)),
  status: z.enum(['in-force', 'issued', 'historic', 'not-known']),
  zone: z.string(),
  instants: z
    .array(
      z.strictObject({
        at: z.iso.datetime({ offset: true }),
        /** With `day` or `month` the instrument gives no clock time: `at` then only sorts, and no hour is shown. */
        precision: z.enum(['minute', 'day', 'month']),
        stops: Text,
      }),
    )
    .min(1),
  /** The instant at which the window shut, or null when the policy has none. */
  closesAt: z.iso.datetime({ offset: true }).nullable(),
  /** The days people counted. The instants are the rule; they are never computed from these. */
  window: z.strictObject({ dayZero: z.iso.date(), lastFullDay: z.iso.date() }).nullable(),
  citation: z.string(),
  page: z.url(),
  /** `report`: no official address is known, and the page is what somebody else wrote. */
  pageIs: z.enum(['official', 'report']),
  lastChecked: z.iso.date(),
  fact: Sourced,
});
export type Policy = z.infer<typeof Policy>;
