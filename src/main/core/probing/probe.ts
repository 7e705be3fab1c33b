import type { Answer } from '../machine/answer';
import type { Given, Gives, Question } from '../machine/questions';
import type { Platform } from '../machine/shapes';
import type { Signature } from '../knowledge/signature';
import type { Finding } from './finding';

/** A question with the probe's own time limit already filled in. */
export type Ask = <Q extends Question>(question: Q, given: Given<Q>) => Promise<Answer<Gives<Q>>>;

/** One look at one part of a computer. It gathers; it never judges. */
export interface Probe {
  readonly id: string;
  readonly platforms: readonly Platform[];
  /** Must answer before "nothing found" may be said. */
  readonly required: boolean;
  /** For the whole probe; each single question gets the same limit. */
  readonly limitMs: number;
  run(ask: Ask, signatures: readonly Signature[]): Promise<Answer<readonly Finding[]>>;
}
