import * as z from 'zod';
import { Confidence, Sourced, Text } from './fact';
import { platforms } from '../machine/shapes';

/** What a person may need from a replacement. The names are those of `--need` and of `choosing.features`. */
export const features = [
  'real-time',
  'firewall',
  'web-protection',
  'ransomware',
  'vpn',
  'password-manager',
  'parental-control',
  'device-control',
  'encryption-management',
  'edr',
  'central-console',
  'server',
  'mail-protection',
  'patch-management',
  'mobile-apps',
] as const;
export type Feature = (typeof features)[number];

/** `weak` is one old, undated or interested source: it is shown as such and, like `unverified`, never counts. */
const Cited = {
  confidence: z.enum([...Confidence.options, 'weak']),
  sources: z.array(z.string()).min(1),
  /** When it was true: a year, month or day. Null where the source shows no date. */
  asOf: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  note: z.string().optional(),
};

const range = z.tuple([z.number().min(0), z.number().min(0)]);

/** `extra`: only in a dearer plan or as an addition that is paid for. */
const FeatureFact = z.strictObject({
  name: z.enum(features),
  support: z.enum(['yes', 'partly', 'extra', 'no', 'unknown']),
  says: z.string(),
  /** Where it holds; everywhere when absent. */
  only: z.array(z.enum(platforms)).optional(),
  ...Cited,
});
export type FeatureFact = z.infer<typeof FeatureFact>;

/** Lowest and highest amount found, in the first period and after it. Null: no amount was found. */
const PriceFact = z.strictObject({
  plan: z.string().nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  per: z.enum(['year', 'user-month', 'device-month']),
  devices: z.int().min(1).optional(),
  first: range.nullable(),
  later: range.nullable(),
  ...Cited,
});
export type PriceFact = z.infer<typeof PriceFact>;

/** A result of a laboratory; without `result` it says something that no number holds. */
const TestFact = z.strictObject({
  test: z.string(),
  round: z.string().optional(),
  result: z
    .union([
      z.strictObject({ points: z.number(), of: z.number().positive() }),
      z.strictObject({ percent: z.number().min(0).max(100) }),
      z.strictObject({ award: z.string() }),
    ])
    .optional(),
  /** AV-TEST's three parts, up to six points each. */
  parts: z
    .strictObject({
      protection: z.number().min(0).max(6).optional(),
      performance: z.number().min(0).max(6).optional(),
      usability: z.number().min(0).max(6).optional(),
    })
    .optional(),
  says: z.string().optional(),
  ...Cited,
});
export type TestFact = z.infer<typeof TestFact>;

/** A replacement that may be suggested, or what a person may want beside one. Prices and tests expire by themselves. */
export const Alternative = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  kind: z.enum([
    'built-in',
    'antivirus',
    'security-suite',
    'endpoint-platform',
    'managed-edr',
    'scanner',
    'password-manager',
    'vpn',
  ]),
  vendor: z.string().nullable(),
  /** Products of one group have one owner: several of them are not several opinions. */
  group: z.string().nullable(),
  /** Null: no source we trust names it. */
  owner: z.string().nullable(),
  country: z.string().nullable(),
  platforms: z.array(z.enum(platforms)).min(1),
  audience: z.array(z.enum(['home', 'small-business'])),
  builtIn: z.boolean(),
  price: z.enum(['free', 'low', 'any']).nullable(),
  /** Places where it may not be sold, by the codes of policies; none was found. */
  barredIn: z.array(z.string()).optional(),
  summary: Text,
  /** Where the facts can be read. */
  page: z.url(),
  fact: Sourced,
  features: z.array(FeatureFact),
  prices: z.array(PriceFact),
  tests: z.array(TestFact),
  /** Everything else that is known, by name: package ids, installing, how it registers, what regulators found. */
  facts: z.array(z.strictObject({ field: z.string(), value: z.json(), ...Cited })),
});
export type Alternative = z.infer<typeof Alternative>;
