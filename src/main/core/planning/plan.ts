import * as z from 'zod';
import { Action } from '../machine/actions';
import { languages } from '../knowledge/knowledge';
import { restartNeeds } from '../knowledge/recipe';
import { Blocker } from '../matching/scan';

/** What a person may keep although the product goes. */
export const keepKinds = ['settings'] as const;

/** What the person chose; part of what is agreed. */
export const PlanChoices = z.strictObject({
  keep: z.array(z.enum(keepKinds)),
  skip: z.array(z.string()),
  settled: z.array(z.string()),
  replaceWith: z.string().nullable(),
  /** Products that replaced Kaspersky and shall go too, by their ids; never without being asked for. */
  also: z.array(z.string()).optional(),
});
export type PlanChoices = z.infer<typeof PlanChoices>;

export const noChoices: PlanChoices = { keep: [], skip: [], settled: [], replaceWith: null };

export const stepVerbs = [
  'prepare',
  'remove-packages',
  'uninstall-msi',
  'run-uninstaller',
  'make-restore-point',
  'note-filters',
  'quarantine',
  'put-back',
  'check-filters',
  'restart',
  'install-replacement',
  'check-gone',
  'check-protected',
] as const;

/** One step of a plan. `shows` is exactly what will run; `action` is the same as a value. */
export const Step = z.strictObject({
  id: z.string(),
  kind: z.enum(['action', 'person', 'check', 'restart']),
  title: z.string(),
  why: z.string(),
  product: z.string().nullable(),
  verb: z.enum(stepVerbs),
  elevated: z.boolean(),
  undoable: z.boolean(),
  minutes: z.int(),
  shows: z.string(),
  action: Action.nullable(),
  /** Whether this removal is finished only by a restart; missing where the step removes nothing. */
  restart: z.enum(restartNeeds).optional(),
});
export type Step = z.infer<typeof Step>;

/**
 * What will be done, in order, for a person to agree to. `digest` covers what will happen and not the language it is told in,
 * so that a second scan by another account reaches the same digest if and only if it would do the same.
 */
export const Plan = z.strictObject({
  schemaVersion: z.literal(1),
  digest: z.string(),
  machineDigest: z.string(),
  language: z.enum(languages),
  choices: PlanChoices,
  steps: z.array(Step),
  blockers: z.array(Blocker),
  notTouched: z.array(z.string()),
  /** What the vendor's own removals leave on the computer, and what they take along. */
  keeps: z.array(z.string()).optional(),
  drops: z.array(z.string()).optional(),
  /** What was left behind and stays, by kind and with the reason. Who looks with more rights sees more of it, so it is no part of what is agreed. */
  onlyTold: z.array(z.string()).optional(),
});
export type Plan = z.infer<typeof Plan>;
