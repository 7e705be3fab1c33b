import * as z from 'zod';

/** Software as systems other than Linux keep account of it. All are JSON; names and places are the system's own, unmodified. */

/** One product known to Windows Installer. Codes are `{GUID}` in capitals. */
export const MsiProduct = z.strictObject({
  productCode: z.string(),
  /** The family the product belongs to; null when Windows Installer names none. */
  upgradeCode: z.string().nullable(),
  name: z.string(),
  version: z.string(),
  publisher: z.string(),
  /** Installed for one person only, who could therefore have put it there. */
  perUser: z.boolean(),
  /** The package Windows keeps to remove the product with; without it `msiexec /x` ends with 1612. */
  cachedPackage: z.string().nullable(),
  cachedPackageExists: z.boolean().nullable(),
});
export type MsiProduct = z.infer<typeof MsiProduct>;

/** A macOS application or other bundle, from its Info.plist. */
export const AppBundle = z.strictObject({
  path: z.string(),
  id: z.string(),
  name: z.string(),
  version: z.string(),
  /** Whether it lies where only administrators install. */
  ownedBySystem: z.boolean(),
});
export type AppBundle = z.infer<typeof AppBundle>;

/** A receipt of the macOS installer, from /private/var/db/receipts. */
export const InstallReceipt = z.strictObject({
  id: z.string(),
  version: z.string(),
  installedAt: z.string().nullable(),
  location: z.string(),
});
export type InstallReceipt = z.infer<typeof InstallReceipt>;

/** A macOS system extension, from /Library/SystemExtensions/db.plist. */
export const SystemExtension = z.strictObject({
  id: z.string(),
  teamId: z.string(),
  version: z.string(),
  /** As the system words it, for example `activated_enabled` or `terminated_waiting_to_uninstall_on_reboot`. */
  state: z.string(),
});
export type SystemExtension = z.infer<typeof SystemExtension>;

/** A configuration profile that a firm's device management put on a Mac. */
export const DeviceProfile = z.strictObject({
  id: z.string(),
  name: z.string(),
  organization: z.string().nullable(),
  payloadTypes: z.array(z.string()),
  /** Bundle and team identifiers its payloads allow or switch on. */
  allows: z.array(z.string()),
});
export type DeviceProfile = z.infer<typeof DeviceProfile>;

/** A home folder and whose registry hive lies in it. */
export const UserProfile = z.strictObject({
  /** The account's own name; redacted wherever it is written. */
  name: z.string(),
  folder: z.string(),
  sid: z.string().nullable(),
  /** The person's registry hive is open under HKU, or can be opened for reading. Null where there is no registry. */
  hiveReadable: z.boolean().nullable(),
});
export type UserProfile = z.infer<typeof UserProfile>;
