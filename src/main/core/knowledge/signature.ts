import * as z from 'zod';
import { Sourced } from './fact';
import { platforms } from '../machine/shapes';
import { residueReasons } from './residue-reasons';
import { productCommandNames } from '../machine/product-commands';

/** What a probe can find; a mark speaks about findings of one kind. */
export const findingKinds = [
  'package',
  'package-content',
  'service',
  'driver',
  'process',
  'path',
  'product-answer',
  'uninstall-entry',
  'vendor-key',
  'agent-state',
  'browser-extension',
  'certificate',
  'protection',
  'built-in-protection',
  'condition',
  'msi-product',
  'vendor-folder',
  'task',
  'autostart',
  'native-host',
  'extension-policy',
  'class-filter',
  'network-binding',
  'app-bundle',
  'receipt',
  'system-extension',
  'device-profile',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** How one fact of a finding is compared. `pattern` is a whole-value, case-insensitive regular expression. */
export const Matcher = z.union([
  z.strictObject({ is: z.union([z.string(), z.boolean(), z.number()]) }),
  z.strictObject({ oneOf: z.array(z.string()).min(1) }),
  z.strictObject({ pattern: z.string() }),
]);
export type Matcher = z.infer<typeof Matcher>;

/** What a matching finding tells about the product besides being a mark: target -> name of the finding's fact. */
export const Gives = z.partialRecord(
  z.enum([
    'version',
    'edition',
    'productCode',
    'package',
    'uninstaller',
    'definitionsDate',
    'expiresOn',
    'daysLeft',
    'keyState',
    'licenceKind',
    'managedBy',
  ]),
  z.string(),
);

/**
 * How a finding is listed once the product is gone. `quarantine` is what may be done at most: it also takes two proofs of ownership
 * on the computer itself, that it lies `within` one of the vendor's own places and that a second witness points to the same thing.
 */
export const MarkResidue = z.strictObject({
  kind: z.string(),
  action: z.enum(['quarantine', 'report-only', 'vendor-only']),
  /**
   * The vendor's exact places: a folder, a registry key such as `HKLM\\SOFTWARE\\Vendor`, or its own whole name (the path of a unit, the
   * common name of a certificate). A folder or key must lie directly below one, a service must start a program somewhere below one.
   */
  within: z.array(z.string()).min(1).optional(),
  /** `same-product` where the place belongs to the product whatever its version; else the witness must name this very folder, name or version. */
  secondWitness: z.enum(['same-place', 'same-product']).optional(),
  /** Why it is only told, where its kind does not say so by itself. */
  why: z.enum(residueReasons).optional(),
});
export type MarkResidue = z.infer<typeof MarkResidue>;

/**
 * One mark of a product. `installed` and `broken` speak of a product that is there, `remains` of something it leaves behind,
 * `against` says that this is something else. `supports` alone never decides; unverified facts may only support.
 */
export const Mark = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(findingKinds),
  match: z.record(z.string(), Matcher),
  says: z.enum(['installed', 'broken', 'remains', 'against']),
  strength: z.enum(['decides', 'supports']),
  /** This mark is the system's own record of the installation (package database, uninstall key). */
  registration: z.boolean().optional(),
  gives: Gives.optional(),
  residue: MarkResidue.optional(),
  fact: Sourced,
  /** When this mark sees nothing although the product is there, or the reverse. */
  blind: z.string().min(1),
});
export type Mark = z.infer<typeof Mark>;

export const families = ['consumer', 'business', 'utility', 'component', 'successor', 'embedded'] as const;

/** How one product family betrays itself on a computer. */
export const Signature = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  family: z.enum(families),
  platforms: z.array(z.enum(platforms)).min(1),
  /** Questions to the product's own program, asked only when the program is there and safe to start. */
  commands: z
    .strictObject({
      appInfo: z.enum(productCommandNames).optional(),
      licence: z.enum(productCommandNames).optional(),
      agent: z.enum(productCommandNames).optional(),
    })
    .optional(),
  /**
   * Where the product's own uninstaller may lie, for products that are no MSI: exact folders that only the system can write. One that lies
   * anywhere else is never started, so a place that is not known for sure narrows what is run and never widens it.
   */
  uninstaller: z
    .strictObject({
      within: z.array(z.string()).min(1),
      /** Part of the signer's name, or null where no source names one. */
      signedBy: z.string().nullable(),
      fact: Sourced,
    })
    .optional(),
  /** Its state in Security Center or its own answers count as protection. */
  protects: z.boolean(),
  /** Presence means that somebody else may be in charge of this computer. */
  manages: z.boolean().optional(),
  /** Part of these products while one of them is there, and told on its own only when none is. */
  partOf: z.array(z.string()).optional(),
  marks: z.array(Mark).min(1),
});
export type Signature = z.infer<typeof Signature>;
