import * as z from 'zod';

/** Why a question has no value. `absent` is itself an answer: the thing asked about is not on this computer. */
export const unansweredStatuses = ['absent', 'denied', 'failed', 'timed-out', 'not-applicable'] as const;
export type UnansweredStatus = (typeof unansweredStatuses)[number];

/** What a computer answers: a value, or a status with a short reason for people who read evidence. Never an exception. */
export type Answer<T> =
  { readonly status: 'ok'; readonly value: T } | { readonly status: UnansweredStatus; readonly reason: string };

export const ok = <T>(value: T): Answer<T> => ({ status: 'ok', value });

export const unanswered = (status: UnansweredStatus, reason: string): Answer<never> => ({ status, reason });

/** The value, or `fallback` for every kind of "no value". Use it only where the difference does not matter. */
export const valueOr = <T>(answer: Answer<T>, fallback: T): T => (answer.status === 'ok' ? answer.value : fallback);

export const answerSchema = <T>(value: z.ZodType<T>) =>
  z.union([
    z.strictObject({ status: z.literal('ok'), value }),
    z.strictObject({ status: z.enum(unansweredStatuses), reason: z.string() }),
  ]);
