import * as z from 'zod';

/** The condition a computer is in, as far as it matters before something is removed. Null is "could not be told". */
export const Condition = z.strictObject({
  /** Why a restart is due, in the system's own names; empty when none is. */
  restartPending: z.array(z.string()),
  /** Somebody sits elsewhere and looks at this session over a network. */
  remoteSession: z.boolean().nullable(),
  onBattery: z.boolean().nullable(),
  batteryPercent: z.int().min(0).max(100).nullable(),
  safeMode: z.boolean().nullable(),
  /** Another installation or removal is running. */
  installerBusy: z.boolean().nullable(),
  restorePoints: z.enum(['on', 'off', 'unknown', 'not-here']),
});
export type Condition = z.infer<typeof Condition>;

/** What the system brings itself: Defender on Windows, XProtect on macOS. */
export const BuiltInProtection = z.strictObject({
  name: z.string(),
  state: z.enum(['on', 'off', 'unknown']),
  /** Somebody's policy keeps it off, so it would not take over. */
  offByPolicy: z.boolean(),
  definitionsDate: z.string().nullable(),
  seenBy: z.string(),
});
export type BuiltInProtection = z.infer<typeof BuiltInProtection>;

/** Whether this computer reaches its own network: addresses and name servers from the system's tables; nothing is sent. */
export const Connectivity = z.strictObject({
  /** A network device is up and has an address that is not only for this computer. */
  addressed: z.boolean(),
  /** A way out of the own network is known. */
  gateway: z.boolean(),
  nameServers: z.boolean(),
});
export type Connectivity = z.infer<typeof Connectivity>;

/** A file-system filter driver that is loaded or registered, by its instance: Windows' own list. */
export const Minifilter = z.strictObject({
  name: z.string(),
  altitude: z.string().nullable(),
  loaded: z.boolean().nullable(),
});
export type Minifilter = z.infer<typeof Minifilter>;

export const RestorePoint = z.strictObject({
  number: z.int(),
  description: z.string(),
  madeAt: z.iso.datetime({ offset: true }),
});
export type RestorePoint = z.infer<typeof RestorePoint>;
