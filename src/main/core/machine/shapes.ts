import * as z from 'zod';

/** The simple shapes a computer answers with. All are JSON; paths and names are the system's own, unmodified. */

export const platforms = ['windows', 'macos', 'linux'] as const;
export type Platform = (typeof platforms)[number];

export const MachineDescription = z.strictObject({
  /** Stable, salted and not reversible: the same computer always gives the same. */
  id: z.string(),
  platform: z.enum(platforms),
  os: z.string(),
  build: z.string(),
  arch: z.string(),
  role: z.enum(['workstation', 'server']),
});
export type MachineDescription = z.infer<typeof MachineDescription>;

export const packageManagers = ['dpkg', 'rpm'] as const;

/** One entry of a package database. `state` separates installed from "removed, settings kept" (dpkg's `rc`) and from half-done work. */
export const InstalledPackage = z.strictObject({
  manager: z.enum(packageManagers),
  name: z.string(),
  version: z.string(),
  architecture: z.string(),
  state: z.enum(['installed', 'settings-kept', 'broken']),
});
export type InstalledPackage = z.infer<typeof InstalledPackage>;

/** A systemd unit, a Windows service or a driver. `executable` is what it starts, as the system resolves it. */
export const Service = z.strictObject({
  name: z.string(),
  kind: z.enum(['service', 'driver']),
  displayName: z.string(),
  state: z.enum(['running', 'stopped', 'other', 'unknown']),
  startsBySelf: z.boolean(),
  executable: z.string().nullable(),
  executableExists: z.boolean().nullable(),
  definedIn: z.string().nullable(),
});
export type Service = z.infer<typeof Service>;

export const Process = z.strictObject({ pid: z.int(), name: z.string(), executable: z.string().nullable() });
export type Process = z.infer<typeof Process>;

/** What lies at a path. `ownedBySystem`: root (or Administrators) owns it and nobody else may write to it or to any folder above it. */
export const PathFacts = z.strictObject({
  kind: z.enum(['file', 'folder', 'link', 'other']),
  linkTarget: z.string().nullable(),
  sizeBytes: z.number(),
  modifiedAt: z.string(),
  ownedBySystem: z.boolean(),
});
export type PathFacts = z.infer<typeof PathFacts>;

export const FolderEntry = z.strictObject({ name: z.string(), kind: z.enum(['file', 'folder', 'link', 'other']) });
export type FolderEntry = z.infer<typeof FolderEntry>;

export const CommandAnswer = z.strictObject({ exitCode: z.int(), text: z.string() });
export type CommandAnswer = z.infer<typeof CommandAnswer>;

export const RegistryValue = z.strictObject({
  type: z.string(),
  data: z.union([z.string(), z.number(), z.array(z.string())]),
});
export const RegistryKey = z.strictObject({
  path: z.string(),
  subkeys: z.array(z.string()),
  values: z.record(z.string(), RegistryValue),
});
export type RegistryKey = z.infer<typeof RegistryKey>;

export const BrowserExtension = z.strictObject({
  browser: z.string(),
  profile: z.string(),
  id: z.string(),
  name: z.string(),
  version: z.string(),
});
export type BrowserExtension = z.infer<typeof BrowserExtension>;

export const Certificate = z.strictObject({
  store: z.string(),
  subject: z.string(),
  selfSigned: z.boolean(),
  /** SHA-256 (SHA-1 in Windows stores) in lower-case hex. Made per computer, so never a mark, only an address. */
  thumbprint: z.string(),
  expiresOn: z.string(),
});
export type Certificate = z.infer<typeof Certificate>;

export const ProtectionProduct = z.strictObject({
  name: z.string(),
  state: z.enum(['on', 'off', 'snoozed', 'unknown']),
  definitions: z.enum(['current', 'old', 'unknown']),
  /** Registered as protection although nothing of it is there any more. */
  ghost: z.boolean(),
  /** Which facts say so, for people who ask. */
  seenBy: z.string(),
});
export type ProtectionProduct = z.infer<typeof ProtectionProduct>;

/** How software is installed and removed on this computer, and whether that can be done now. */
export const PackageTools = z.strictObject({
  tool: z.enum(['apt', 'dnf', 'yum', 'zypper', 'rpm', 'dpkg']),
  /** Who holds the package database's lock, or null. */
  lockedBy: z.string().nullable(),
  /** Packages left half-installed by an interrupted run. */
  unfinished: z.array(z.string()),
});
export type PackageTools = z.infer<typeof PackageTools>;

export const Privilege = z.strictObject({
  elevated: z.boolean(),
  /** The system's own way to ask for more rights, or null when none is there. */
  prompt: z.enum(['polkit', 'sudo', 'uac', 'authorization']).nullable(),
});
export type Privilege = z.infer<typeof Privilege>;
