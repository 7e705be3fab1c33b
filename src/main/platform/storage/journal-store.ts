import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  RecordNotWritten,
  type Journal,
  type JournalEvent,
  type JournalLine,
  type JournalStore,
} from '../../core/execution/journal';
import { chainOf, parseJournal } from '../../core/execution/read-journal';
import { redactValue } from '../../core/machine/redact';
import { sha256 } from './digest';
import { readLimited } from './read-limited';
import { takeLock } from './run-lock';
import { truncateToWholeLines } from './truncate-to-whole-lines';
import { writeAll } from './write-atomically';

const runId = /^[0-9A-Za-z-]{1,80}$/;

/**
 * Journals in one folder: `runs/<run>/journal.jsonl`, one line an event, each flushed to the disk before `append` returns.
 * The folder's owner is whoever first acts; on a real computer that is an administrator, and others may only read.
 */
export function journalStore(folder: string, now: () => Date, redact: (text: string) => string): JournalStore {
  const runs = join(folder, 'runs');
  const fileOf = (run: string) => join(runs, run, 'journal.jsonl');
  const journalAt = (run: string, known: readonly JournalLine[]): Journal => {
    const lines = [...known];
    return {
      run,
      lines: () => lines,
      append(event) {
        const line = nextLine(lines, redactEvent(event, redact), now());
        orNotWritten(run, () => appendFlushed(fileOf(run), `${JSON.stringify(line)}\n`));
        lines.push(line);
      },
    };
  };
  return {
    create(run) {
      orNotWritten(run, () => {
        mkdirSync(join(runs, run), { recursive: true, mode: 0o755 });
        closeSync(openSync(fileOf(run), 'ax', 0o644));
      });
      return journalAt(run, []);
    },
    open(run) {
      if (!runId.test(run)) return { ok: false, reason: 'no-such-run' };
      const text = readLimited(fileOf(run));
      if (!text.ok) return { ok: false, reason: text.reason === 'missing' ? 'no-such-run' : 'journal-unreadable' };
      const read = parseJournal(text.text, sha256);
      if (!read.ok) return read;
      const journal = journalAt(run, read.lines);
      return { ok: true, journal: { ...journal, append: appendAfterRepair(fileOf(run), journal) } };
    },
    runs: () => runFolders(runs),
    lock: () => takeLock(folder),
    logFile: (run, step) => join(runs, run, `${step.replace(/[^\w-]/g, '_')}.log`),
  };
}

/** What the file system refuses becomes the one thing callers must know; a fault of ours stays what it is. */
function orNotWritten(run: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw code === undefined ? cause : new RecordNotWritten(run, code, { cause });
  }
}

/** A line cut short by a crash is cut off for good before the first new line is written after it. */
function appendAfterRepair(file: string, journal: Journal): Journal['append'] {
  let repaired = false;
  return (event) => {
    if (!repaired) orNotWritten(journal.run, () => truncateToWholeLines(file));
    repaired = true;
    journal.append(event);
  };
}

function nextLine(lines: readonly JournalLine[], body: JournalEvent, at: Date): JournalLine {
  const seq = lines.length;
  const time = at.toISOString();
  return { seq, at: time, body, chain: chainOf(lines.at(-1)?.chain ?? '', seq, time, body, sha256) };
}

/** The plan and the scan are kept word for word, because digests are made of them; a tool's own words may hold private ones. */
const redactEvent = (event: JournalEvent, redact: (text: string) => string): JournalEvent =>
  event.event === 'outcome' || event.event === 'undo-outcome'
    ? { ...event, detail: redactValue(event.detail, redact) }
    : event;

function appendFlushed(file: string, text: string): void {
  const descriptor = openSync(file, 'a');
  try {
    writeAll(descriptor, Buffer.from(text, 'utf8'));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Newest first, by the time in the id. */
function runFolders(runs: string): readonly string[] {
  try {
    return readdirSync(runs)
      .filter((name) => runId.test(name) && statSync(join(runs, name)).isDirectory())
      .sort()
      .reverse();
  } catch {
    return [];
  }
}
