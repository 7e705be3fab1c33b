import * as z from 'zod';

/**
 * Everything a computer can be told: the closed set of verbs. Data chooses among them and fills in names; it can never add one.
 * Each carries what its platform needs to build the command from our own table: no command line ever comes from outside.
 */
export const Action = z.discriminatedUnion('verb', [
  z.strictObject({
    verb: z.literal('remove-packages'),
    tool: z.enum(['apt', 'dnf', 'yum', 'zypper', 'rpm', 'dpkg']),
    packages: z.array(z.string().regex(/^[a-z0-9][a-z0-9+.-]*$/)).min(1),
    /** Also drop settings and data the package manager knows of (dpkg's purge). Ignored where the tool has no such notion. */
    purge: z.boolean(),
  }),
  z.strictObject({
    verb: z.literal('uninstall-msi'),
    productCode: z.string().regex(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/),
    /** `wizard`: the vendor's own window, where the person answers. `quiet`: documented for business products only. */
    mode: z.enum(['wizard', 'quiet']),
  }),
]);
export type Action = z.infer<typeof Action>;

export const actionOutcomes = ['done', 'done-after-restart', 'was-not-there', 'failed'] as const;

export const ActionOutcome = z.strictObject({
  outcome: z.enum(actionOutcomes),
  /** A reason code with words in `assets/messages` (`reasons`), or null when all went well. */
  reason: z.string().nullable(),
  /** The tool's own last words or exit code, for the evidence; redacted before it is written. */
  detail: z.string().nullable(),
});
export type ActionOutcome = z.infer<typeof ActionOutcome>;
