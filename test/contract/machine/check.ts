import { answerSchema, type Answer } from '../../../src/main/core/machine/answer';
import { questionKey, questions } from '../../../src/main/core/machine/questions';
import type { MachineReader } from '../../../src/main/core/machine/machine';
import type { Platform } from '../../../src/main/core/machine/shapes';
import type * as z from 'zod';
import type { Sample } from './samples';
import type { Subject } from './subject';

/** One sentence that must be true of every computer. */
export interface Check {
  readonly name: string;
  /** What must be known or possible on a computer so that the check can be made; without it the check is skipped. */
  readonly needs?: Need;
  /** Null when it is true, else what is wrong. */
  run(subject: Subject): Promise<string | null | Skipped>;
}

export type Need = 'file' | 'folder' | 'text' | 'package' | 'registry' | 'acting' | 'removable';

/** The check could not be made on this computer; never a silent success. */
export interface Skipped {
  readonly skipped: string;
}

export const skip = (why: string): Skipped => ({ skipped: why });

/** Long enough for a slow machine; a check on time limits uses its own. */
export const patientMs = 30_000;

export const ask = (
  reader: MachineReader,
  { question, given }: Sample,
  limitMs = patientMs,
): Promise<Answer<unknown>> => reader.ask(question, given, limitMs);

export const keyOf = ({ question, given }: Sample): string => questionKey(question, given).slice(0, 120);

/** What is wrong with the shape of an answer, or null. */
export function shapeFault(sample: Sample, answer: Answer<unknown>): string | null {
  const parsed = answerSchema(questions[sample.question].gives as z.ZodType<unknown>).safeParse(answer);
  return parsed.success ? null : `${keyOf(sample)}: ${parsed.error.message.slice(0, 400)}`;
}

export async function platformOf(subject: Subject): Promise<Platform> {
  const answer = await subject.machine.reader.ask('description', {}, patientMs);
  if (answer.status !== 'ok') throw new Error(`description is ${answer.status}: ${answer.reason}`);
  return answer.value.platform;
}

/** The first thing that is wrong, or null. */
export async function firstFault<T>(
  items: readonly T[],
  faultOf: (item: T) => Promise<string | null>,
): Promise<string | null> {
  for (const item of items) {
    const fault = await faultOf(item);
    if (fault !== null) return fault;
  }
  return null;
}
