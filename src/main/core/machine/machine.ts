import type { Action, ActionOutcome } from './actions';
import type { Answer } from './answer';
import type { KeptItem } from './kept-item';
import type { Given, Gives, Question } from './questions';

/** A computer that can be asked, and never changed. All that probing and verification ever hold. */
export interface MachineReader {
  /** Answers with a value or a status; never throws for what a computer can do to us. `timeLimitMs` is kept by the reader. */
  ask<Q extends Question>(question: Q, given: Given<Q>, timeLimitMs: number): Promise<Answer<Gives<Q>>>;
}

/** A computer that can be told to do one of a closed set of things. Only execution ever holds one. */
export interface MachineActor {
  /** Carries one action out to its end, by `commandFor(action)`. Expected failures are outcomes, not exceptions. */
  act(action: Action, surroundings: ActingSurroundings): Promise<ActionOutcome>;
  /** What a run moved aside and may be put back; empty when it moved nothing. `denied` when this account may not look. */
  keeps(run: string): Promise<Answer<readonly KeptItem[]>>;
}

export interface ActingSurroundings {
  /** Lines of progress as they come; they are shown, not kept. */
  readonly report: (line: string) => void;
  /** Where the tool's own output goes, or null to drop it. A file, so that the tool outlives us when we are killed. */
  readonly logFile: string | null;
  /** The run and step this is done for: where what is moved aside is kept. */
  readonly run: string;
  readonly step: string;
  /**
   * Asks the person for the product's own password, for this one call; null when nobody can be asked or they do not want to. It is never
   * written, shown, logged or put on a command line.
   */
  readonly askPassword: (product: string) => Promise<string | null>;
}

/** Whether a computer can be acted on, and if not, why (a reason code with words in `assets/messages`). */
export type Acting =
  { readonly can: true; readonly actor: MachineActor } | { readonly can: false; readonly reason: CannotAct };
/**
 * `not-installed-here`: on Windows only the program in Program Files acts; a copy elsewhere could be changed by anybody while it runs.
 * `state-folder-unsafe`: others than administrators can change the folder of our records.
 */
export type CannotAct = 'recorded-machine' | 'platform-read-only' | 'not-installed-here' | 'state-folder-unsafe';

/** One computer: this one, a recorded one or a simulated one. */
export interface Machine {
  readonly source: MachineSource;
  readonly reader: MachineReader;
  readonly acting: Acting;
}

export type MachineSource =
  | { readonly kind: 'this' }
  | { readonly kind: 'simulated'; readonly name: string }
  | { readonly kind: 'recorded'; readonly name: string };
