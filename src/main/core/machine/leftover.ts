import * as z from 'zod';

const certificateStores = ['machine-root', 'machine-intermediate', 'user-root'] as const;

/**
 * One thing a removed product left behind, by its address on this computer: enough to find it again, and nothing that could be run. Paths are
 * absolute and the system's own. What must never be touched (drivers, class filters, network components, licence stores, vaults)
 * has no address here on purpose.
 */
export const Leftover = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), path: z.string() }),
  z.strictObject({ kind: z.literal('folder'), path: z.string() }),
  z.strictObject({
    kind: z.literal('registry-key'),
    /** `HKU` with the account's SID as first part of `path`; `HKCU` never, because it means another account once elevated. */
    root: z.enum(['HKLM', 'HKU']),
    view: z.union([z.literal(32), z.literal(64)]),
    path: z.string(),
  }),
  z.strictObject({
    kind: z.literal('registry-value'),
    root: z.enum(['HKLM', 'HKU']),
    view: z.union([z.literal(32), z.literal(64)]),
    path: z.string(),
    name: z.string(),
  }),
  /** A Windows service that is no driver. A unit of systemd is a `file`. */
  z.strictObject({ kind: z.literal('service'), name: z.string() }),
  /** A task of the Windows Task Scheduler by its path below the root folder, such as `\Vendor\Update`. */
  z.strictObject({ kind: z.literal('scheduled-task'), path: z.string() }),
  z.strictObject({
    kind: z.literal('certificate'),
    store: z.enum(certificateStores),
    /** SHA-1 of the certificate as the system's stores name it: 40 upper-case hexadecimal digits. */
    thumbprint: z.string().regex(/^[0-9A-F]{40}$/),
  }),
]);
export type Leftover = z.infer<typeof Leftover>;

/** The address as one line, for plans, logs and comparison. Equal leftovers give equal lines. */
export function leftoverText(leftover: Leftover): string {
  switch (leftover.kind) {
    case 'file':
    case 'folder':
      return leftover.path;
    case 'registry-key':
      return `${leftover.root}${viewText(leftover.view)}\\${leftover.path}`;
    case 'registry-value':
      return `${leftover.root}${viewText(leftover.view)}\\${leftover.path} → ${leftover.name}`;
    case 'service':
      return `service ${leftover.name}`;
    case 'scheduled-task':
      return `task ${leftover.path}`;
    case 'certificate':
      return `certificate ${leftover.thumbprint} (${leftover.store})`;
  }
}

const viewText = (view: 32 | 64): string => (view === 32 ? ' (32-bit)' : '');
