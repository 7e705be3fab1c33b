import * as z from 'zod';

/**
 * What scripts and fleet tools rely on, written down a second time and apart from the program's own schemas: a field that the
 * program renames or drops fails here. Fields may be added, so every object is loose.
 */
const day = z.iso.date();
const moment = z.iso.datetime({ offset: true });

const Blocker = z.looseObject({
  id: z.string(),
  severity: z.enum(['stop', 'warn']),
  product: z.string().nullable(),
  says: z.string().min(1),
  nextStep: z.string().min(1),
});

const scan = {
  schemaVersion: z.literal(1),
  tool: z.looseObject({ name: z.literal('offramp'), version: z.string(), dataVersion: z.string(), dataDate: day }),
  scannedAt: moment,
  machine: z.looseObject({
    id: z.string().min(1),
    name: z.null(),
    platform: z.enum(['windows', 'macos', 'linux']),
    os: z.string(),
    build: z.string(),
    arch: z.string(),
    role: z.enum(['workstation', 'server']),
    simulated: z.boolean(),
  }),
  verdict: z.enum(['present', 'leftovers', 'clear', 'inconclusive']),
  detections: z.array(
    z.looseObject({
      product: z.string(),
      name: z.string(),
      family: z.enum(['consumer', 'business', 'utility', 'component', 'successor', 'embedded']),
      edition: z.string().nullable(),
      version: z.string().nullable(),
      state: z.enum(['installed', 'partly-removed', 'leftover']),
      confidence: z.enum(['certain', 'probable', 'possible']),
      marks: z.array(
        z.looseObject({
          probe: z.string(),
          where: z.string(),
          value: z.string(),
          says: z.enum(['for', 'against']),
        }),
      ),
      licence: z.looseObject({
        state: z.enum(['valid', 'expired', 'none', 'unknown']),
        kind: z.string().nullable(),
        expiresOn: day.nullable(),
        daysLeft: z.int().nullable(),
        definitionsDate: moment.nullable(),
        readFrom: z.string().nullable(),
      }),
      managedBy: z.string().nullable(),
    }),
  ),
  residue: z.array(
    z.looseObject({
      kind: z.string(),
      where: z.string(),
      owner: z.string().nullable(),
      proof: z.array(z.string()).min(1),
      action: z.enum(['quarantine', 'report-only', 'vendor-only']),
    }),
  ),
  blockers: z.array(Blocker),
  protection: z.looseObject({
    verdict: z.enum(['protected', 'unprotected', 'unknown']),
    products: z.array(
      z.looseObject({
        name: z.string(),
        state: z.enum(['on', 'off', 'snoozed', 'unknown']),
        definitions: z.enum(['current', 'old', 'unknown']),
        ghost: z.boolean(),
      }),
    ),
  }),
  window: z.looseObject({ policy: z.string(), closedDays: z.int().nullable(), definitionsAgeDays: z.int().nullable() }),
  probes: z
    .array(
      z.looseObject({
        id: z.string(),
        status: z.enum(['ok', 'absent', 'denied', 'failed', 'timed-out', 'not-applicable']),
        required: z.boolean(),
        ms: z.number().min(0),
      }),
    )
    .min(1),
} as const;

const threeWay = z.enum(['yes', 'no', 'inconclusive']);

export const contractShapes = {
  scan: z.looseObject(scan),
  plan: z.looseObject({
    schemaVersion: z.literal(1),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    machineDigest: z.string().regex(/^[0-9a-f]{64}$/),
    steps: z.array(
      z.looseObject({
        id: z.string(),
        kind: z.enum(['action', 'person', 'check', 'restart']),
        title: z.string().min(1),
        why: z.string().min(1),
        product: z.string().nullable(),
        verb: z.string(),
        elevated: z.boolean(),
        undoable: z.boolean(),
        minutes: z.number().min(0),
        shows: z.string(),
      }),
    ),
    blockers: z.array(Blocker),
    notTouched: z.array(z.string()).min(1),
  }),
  compare: z.looseObject({
    schemaVersion: z.literal(1),
    a: z.looseObject({ title: z.string(), recordedAt: z.string().nullable() }),
    b: z.looseObject({ title: z.string(), recordedAt: z.string().nullable() }),
    sameMachine: z.boolean(),
    questions: z.array(
      z.looseObject({
        question: z.string(),
        appeared: z.array(z.looseObject({ what: z.string() })),
        went: z.array(z.looseObject({ what: z.string() })),
        changed: z.array(z.looseObject({ what: z.string() })),
        statusFrom: z.string(),
        statusTo: z.string(),
      }),
    ),
    detections: z.looseObject({}),
  }),
  apply: z.looseObject({
    schemaVersion: z.literal(1),
    run: z.string().nullable(),
    outcome: z.enum(['done', 'restart-needed', 'blocked', 'refused', 'failed']),
    steps: z.array(z.looseObject({ id: z.string(), outcome: z.string(), reason: z.string().nullable() })),
  }),
  verify: z.looseObject({ ...scan, gone: threeWay, protected: threeWay, notChecked: z.array(z.string()) }),
} as const;
