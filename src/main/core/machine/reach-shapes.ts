import * as z from 'zod';

/** Where software reaches into a computer: what starts it, what browsers let in, what sits in the way of devices and network. */

export const scopes = ['system', 'user'] as const;

/** A task of the Windows scheduler. */
export const ScheduledTask = z.strictObject({
  /** Its path in the scheduler, for example `\Vendor\Task`. */
  path: z.string(),
  /** What it starts, with variables expanded; null when it starts no program. */
  program: z.string().nullable(),
  enabled: z.boolean().nullable(),
});
export type ScheduledTask = z.infer<typeof ScheduledTask>;

/** Something that starts when the computer or a person signs in, other than a service. */
export const Autostart = z.strictObject({
  name: z.string(),
  program: z.string().nullable(),
  /** The registry key or file that names it. */
  where: z.string(),
  scope: z.enum(scopes),
});
export type Autostart = z.infer<typeof Autostart>;

/** A program that browser extensions may talk to. */
export const NativeHost = z.strictObject({
  browser: z.string(),
  name: z.string(),
  manifest: z.string(),
  program: z.string().nullable(),
  scope: z.enum(scopes),
});
export type NativeHost = z.infer<typeof NativeHost>;

/** An extension that something outside the profile gives to a browser: a policy (`forced`) or an installer (`offered`). */
export const ExtensionPolicy = z.strictObject({
  browser: z.string(),
  id: z.string(),
  kind: z.enum(['forced', 'offered']),
  where: z.string(),
  scope: z.enum(scopes),
});
export type ExtensionPolicy = z.infer<typeof ExtensionPolicy>;

/** Drivers that Windows puts above or below every device of a class. One that is missing can leave a keyboard dead. */
export const ClassFilter = z.strictObject({
  classId: z.string(),
  className: z.string(),
  position: z.enum(['upper', 'lower']),
  /** Names of driver services, in order. */
  filters: z.array(z.string()),
});
export type ClassFilter = z.infer<typeof ClassFilter>;

/** A network component bound to adapters. */
export const NetworkBinding = z.strictObject({
  componentId: z.string(),
  description: z.string(),
  /** Its driver service; null when the component names none. */
  service: z.string().nullable(),
});
export type NetworkBinding = z.infer<typeof NetworkBinding>;
