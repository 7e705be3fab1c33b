import * as z from 'zod';
import { Leftover } from './leftover';

const ItemId = z.string().regex(/^[a-z0-9-]{1,80}$/);

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
  /** A vendor's own uninstaller that is no MSI. Its path comes from a protected place, its arguments from our own table, never from the entry. */
  z.strictObject({
    verb: z.literal('run-uninstaller'),
    /** The executable, absolute, inside a folder only administrators can write. */
    program: z.string(),
    /** Part of the signer's name that a valid signature must show, or null where the facts name none. */
    signedBy: z.string().nullable(),
    /** The name of its key below `…\\CurrentVersion\\Uninstall`, by which its end is seen. */
    entry: z.string(),
    view: z.union([z.literal(32), z.literal(64)]),
    /** `window`: the vendor's own window, without arguments. `nsis-quiet`: the documented `/S` of NSIS. */
    mode: z.enum(['window', 'nsis-quiet']),
  }),
  /** Makes a restore point, or finds one that is new enough, and reads it back. */
  z.strictObject({ verb: z.literal('make-restore-point') }),
  /**
   * Moves one leftover aside, so that it can be put back. Repeatable: begun before, it goes on, and what was moved already is `done`.
   * `owner` and `within` are the two proofs of ownership, checked again by the actor.
   */
  z.strictObject({
    verb: z.literal('quarantine'),
    item: ItemId,
    leftover: Leftover,
    owner: z.string(),
    /** The vendor's exact place the leftover is or lies in: a folder, a registry key, or the leftover's own name. */
    within: z.string(),
  }),
  /** Puts back what a run moved aside. Repeatable in the same way; refuses when something stands in its place. */
  z.strictObject({ verb: z.literal('put-back'), run: z.string(), item: ItemId }),
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
