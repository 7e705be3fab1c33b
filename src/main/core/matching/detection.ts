import * as z from 'zod';
import { residueReasons } from '../knowledge/residue-reasons';
import { families, findingKinds } from '../knowledge/signature';
import { Leftover } from '../machine/leftover';

/** One mark that spoke, as evidence: where it was seen, what was there, and for or against. */
export const SpokenMark = z.strictObject({
  mark: z.string(),
  probe: z.string(),
  kind: z.enum(findingKinds),
  where: z.string(),
  value: z.string(),
  says: z.enum(['for', 'against']),
});
export type SpokenMark = z.infer<typeof SpokenMark>;

/** What could be read of a licence. `unknown` is an answer; a guess is not. Keys are never part of it. */
export const Licence = z.strictObject({
  state: z.enum(['valid', 'expired', 'none', 'unknown']),
  kind: z.string().nullable(),
  expiresOn: z.iso.date().nullable(),
  /** Negative when it has run out. */
  daysLeft: z.int().nullable(),
  definitionsDate: z.string().nullable(),
  readFrom: z.string().nullable(),
});
export type Licence = z.infer<typeof Licence>;

export const states = ['installed', 'partly-removed', 'leftover'] as const;
export const confidences = ['certain', 'probable', 'possible'] as const;

/** A product, as far as its marks agree. */
export const Detection = z.strictObject({
  product: z.string(),
  name: z.string(),
  family: z.enum(families),
  edition: z.string().nullable(),
  version: z.string().nullable(),
  state: z.enum(states),
  confidence: z.enum(confidences),
  marks: z.array(SpokenMark),
  licence: Licence,
  managedBy: z.string().nullable(),
  /** What a removal needs, taken only from places ordinary users cannot write. */
  handles: z.strictObject({
    packages: z.array(z.string()),
    productCode: z.string().nullable(),
    /** The vendor's own uninstaller where it is no MSI; only from a protected place. */
    uninstaller: z
      .strictObject({
        program: z.string(),
        signedBy: z.string().nullable(),
        entry: z.string(),
        view: z.union([z.literal(32), z.literal(64)]),
      })
      .nullable()
      .optional(),
  }),
});
export type Detection = z.infer<typeof Detection>;

/** Something left behind by a product that is gone, and what may be done about it. */
export const Residue = z.strictObject({
  kind: z.string(),
  where: z.string(),
  owner: z.string().nullable(),
  proof: z.array(z.string()),
  action: z.enum(['quarantine', 'report-only', 'vendor-only']),
  /** What would be moved aside, and the vendor's exact place it lies in; only with `quarantine`, whose ownership is proven twice. */
  address: z.strictObject({ leftover: Leftover, within: z.string() }).nullable().optional(),
  /** Why it is told and not moved aside; null with `quarantine`. */
  why: z.enum(residueReasons).nullable().optional(),
});
export type Residue = z.infer<typeof Residue>;
