import type { ActionOutcome } from '../machine/actions';
import type { Scan } from '../matching/scan';
import { canonicalJson } from '../planning/canonical-json';
import { JournalLine, type JournalEvent, type RunOutcome, type StepOutcome } from './journal';

/** A run as its journal tells it. */
export interface RunState {
  readonly started: Extract<JournalEvent, { event: 'run-started' }>;
  readonly startedAt: string;
  /** Last outcome of each step that has one. */
  readonly outcomes: ReadonlyMap<
    string,
    {
      readonly outcome: StepOutcome;
      readonly reason: string | null;
      readonly detail: string | null;
      readonly at: string;
    }
  >;
  /** Steps that were begun and have no outcome: what a crash left open. */
  readonly open: ReadonlySet<string>;
  readonly ended: RunOutcome | null;
  readonly lastBootId: string | null;
  /** What was put back, by item: the last outcome of each. */
  readonly undone: ReadonlyMap<string, { readonly outcome: ActionOutcome['outcome']; readonly reason: string | null }>;
  /** Looks that were taken after the run had ended, oldest first. */
  readonly looks: readonly {
    readonly at: string;
    readonly verdict: Scan['verdict'];
    readonly returned: readonly string[];
  }[];
}

export type JournalReading =
  | { readonly ok: true; readonly lines: readonly JournalLine[] }
  | { readonly ok: false; readonly reason: 'journal-edited' | 'journal-unreadable' };

/** The chain of a line: the digest of the one before and of what this one says. */
export const chainOf = (
  previous: string,
  seq: number,
  at: string,
  body: JournalEvent,
  digest: (text: string) => string,
): string => digest(`${previous}\n${seq}\n${at}\n${canonicalJson(body)}`);

/**
 * Reads the text of a journal and checks its chain. A last line cut short by a crash is left out: the journal then ends one event
 * earlier, which is the truth. Any other fault means that somebody edited it.
 */
export function parseJournal(text: string, digest: (text: string) => string): JournalReading {
  const rows = text.split('\n');
  const cutShort = rows.pop() !== '';
  const lines: JournalLine[] = [];
  for (const row of rows) {
    const line = parseLine(row);
    const previous = lines.at(-1)?.chain ?? '';
    if (
      line === null ||
      line.seq !== lines.length ||
      line.chain !== chainOf(previous, line.seq, line.at, line.body, digest)
    )
      return { ok: false, reason: 'journal-edited' };
    lines.push(line);
  }
  if (lines[0]?.body.event !== 'run-started')
    return { ok: false, reason: cutShort || lines.length === 0 ? 'journal-unreadable' : 'journal-edited' };
  return { ok: true, lines };
}

/** What a checked journal says about its run. */
export function runState(lines: readonly JournalLine[]): RunState {
  const first = lines[0];
  if (first?.body.event !== 'run-started') throw new Error('a journal begins with run-started');
  const outcomes = new Map<
    string,
    { outcome: StepOutcome; reason: string | null; detail: string | null; at: string }
  >();
  const open = new Set<string>();
  let ended: RunOutcome | null = null;
  let lastBootId = first.body.bootId;
  const undone = new Map<string, { outcome: ActionOutcome['outcome']; reason: string | null }>();
  const looks: { at: string; verdict: Scan['verdict']; returned: readonly string[] }[] = [];
  for (const { body, at } of lines) {
    if (body.event === 'intent') open.add(body.step);
    if (body.event === 'outcome') {
      open.delete(body.step);
      outcomes.set(body.step, { outcome: body.outcome, reason: body.reason, detail: body.detail, at });
    }
    if (body.event === 'run-ended') ended = body.outcome;
    if (body.event === 'undo-outcome') undone.set(body.item, { outcome: body.outcome, reason: body.reason });
    if (body.event === 'looked-again') looks.push({ at, verdict: body.verdict, returned: body.returned });
    if (body.event === 'resumed') {
      ended = null;
      lastBootId = body.bootId;
    }
  }
  return { started: first.body, startedAt: first.at, outcomes, open, ended, lastBootId, undone, looks };
}

function parseLine(row: string): JournalLine | null {
  try {
    const parsed = JournalLine.safeParse(JSON.parse(row));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
