import * as z from 'zod';
import { answerSchema, type Answer } from './answer';
import { questions, questionNames, type Question } from './questions';

/** The largest file we read from outside, in bytes (64 MiB). */
export const largestInputBytes = 64 * 1024 * 1024;

const AnyAnswer = z.union([
  z.strictObject({ status: z.literal('ok'), value: z.unknown() }),
  z.strictObject({ status: z.enum(['absent', 'denied', 'failed', 'timed-out', 'not-applicable']), reason: z.string() }),
]);

/** Answers by question key (see `questionKey`). */
export const Answers = z.record(z.string(), AnyAnswer);
export type Answers = z.infer<typeof Answers>;

/**
 * A recorded computer: all that probes read, redacted when it was written. The unit of truth for fixtures, bug reports, remote
 * help and simulated computers. Questions that were not recorded are answered `absent`.
 */
export const MachineFile = z.strictObject({
  format: z.literal('offramp-machine'),
  schemaVersion: z.literal(1),
  recordedAt: z.iso.datetime({ offset: true }),
  recordedBy: z.string(),
  title: z.string(),
  answers: Answers,
});
export type MachineFile = z.infer<typeof MachineFile>;

/** Something installed on a simulated computer: what it adds to the answers, what takes it away and what it leaves behind. */
export const SimulatedSoftware = z.strictObject({
  name: z.string(),
  answers: Answers,
  /** The action that removes it; compared by verb and by the name or code it removes. Null: nothing we may do removes it. */
  removedBy: z
    .strictObject({ verb: z.enum(['remove-packages', 'uninstall-msi', 'run-uninstaller']), target: z.string() })
    .nullable(),
  /** What is there after its removal and was not before. */
  leaves: Answers.optional(),
  /** Gone only after the next restart. */
  needsRestart: z.boolean().optional(),
  /** Its removal fails with this reason; after as many tries as given it works (0: it never does). */
  fails: z.strictObject({ reason: z.string(), tries: z.int().min(0) }).optional(),
});
export type SimulatedSoftware = z.infer<typeof SimulatedSoftware>;

/** A computer in memory: a machine file plus software that can be removed. Shipped with the program, deterministic by name. */
export const SimulatedComputer = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  title: z.strictObject({ en: z.string(), es: z.string() }),
  story: z.strictObject({ en: z.string(), es: z.string() }),
  answers: Answers,
  software: z.array(SimulatedSoftware),
});
export type SimulatedComputer = z.infer<typeof SimulatedComputer>;

/** Checks every stored answer against the question's own schema. Gives the first fault as a path and words, or null. */
export function faultInAnswers(answers: Answers): { readonly at: string; readonly problem: string } | null {
  for (const [key, answer] of Object.entries(answers)) {
    const name = key.split(' ', 1)[0] as Question;
    if (!questionNames.includes(name)) return { at: `answers["${key}"]`, problem: 'is not a question we ask' };
    const checked = answerSchema(questions[name].gives as z.ZodType<unknown>).safeParse(answer as Answer<unknown>);
    if (!checked.success && answer.status === 'ok') {
      const parsed = (questions[name].gives as z.ZodType<unknown>).safeParse(answer.value);
      const issue = parsed.success ? undefined : parsed.error.issues[0];
      return {
        at: ['answers', `"${key}"`, 'value', ...(issue?.path ?? [])].join('.'),
        problem: issue?.message ?? 'is malformed',
      };
    }
  }
  return null;
}
