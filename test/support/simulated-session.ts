import { readComputers } from '../../scripts/build/read-assets.mjs';
import type { Journal, JournalEvent, JournalLine, JournalStore } from '../../src/main/core/execution/journal';
import { chainOf, parseJournal } from '../../src/main/core/execution/read-journal';
import { wordsIn } from '../../src/main/core/knowledge/words';
import type { Machine } from '../../src/main/core/machine/machine';
import { SimulatedComputer } from '../../src/main/core/machine/machine-file';
import type { SessionTools } from '../../src/main/core/session/session';
import { historyFromJournal } from '../../src/main/platform/simulated/history-from-journal';
import { simulatedMachine, type SimulatedMachine } from '../../src/main/platform/simulated/simulated-machine';
import { sha256 } from '../../src/main/platform/storage/digest';
import { shippedKnowledge } from './knowledge';

const computers = new Map<string, SimulatedComputer>(
  readComputers(new URL('../../assets', import.meta.url).pathname).computers.map((raw: unknown) => {
    const computer = SimulatedComputer.parse(raw);
    return [computer.name, computer];
  }),
);

export const simulatedNames = [...computers.keys()];

export function simulated(name: string): SimulatedMachine {
  const computer = computers.get(name);
  if (computer === undefined) throw new Error(`no simulated computer is called ${name}`);
  return simulatedMachine(computer);
}

/** A clock that stands still unless told. */
export const noon = (): Date => new Date('2026-11-23T12:00:00Z');

/** Journals kept as text in memory, so that a test can cut them, edit them and open them again as a new process would. */
export function memoryJournals(
  texts: Map<string, string> = new Map(),
  onAppend: (event: JournalEvent) => void = () => {},
): JournalStore & { readonly texts: Map<string, string> } {
  let held = false;
  const journalAt = (run: string, known: readonly JournalLine[]): Journal => {
    const lines = [...known];
    return {
      run,
      lines: () => lines,
      append(body) {
        const seq = lines.length;
        const at = noon().toISOString();
        const line = { seq, at, body, chain: chainOf(lines.at(-1)?.chain ?? '', seq, at, body, sha256) };
        texts.set(run, `${texts.get(run) ?? ''}${JSON.stringify(line)}\n`);
        lines.push(line);
        onAppend(body);
      },
    };
  };
  return {
    texts,
    create: (run) => journalAt(run, []),
    open(run) {
      const text = texts.get(run);
      if (text === undefined) return { ok: false, reason: 'no-such-run' };
      const read = parseJournal(text, sha256);
      return read.ok ? { ok: true, journal: journalAt(run, read.lines) } : read;
    },
    runs: () => [...texts.keys()].reverse(),
    lock() {
      if (held) return { heldBy: 'a test' };
      held = true;
      return {
        release: () => {
          held = false;
        },
      };
    },
    logFile: () => null,
  };
}

/** Session tools for a machine in memory: real knowledge, real words, a still clock. */
export function toolsFor(machine: Machine, changes: Partial<SessionTools> = {}): SessionTools {
  const knowledge = shippedKnowledge();
  return {
    machine,
    knowledge,
    language: 'en',
    words: wordsIn('en', knowledge.messages),
    toolVersion: '0.0.0-test',
    now: noon,
    clockGiven: true,
    monotonicMs: () => 0,
    wait: (ms) => {
      let timer: ReturnType<typeof setTimeout>;
      return {
        done: new Promise((resolve) => {
          timer = setTimeout(resolve, ms);
        }),
        cancel: () => clearTimeout(timer),
      };
    },
    digest: sha256,
    newRunId: () => 'run-1',
    journals: memoryJournals(),
    bootId: null,
    ...('replay' in machine
      ? { replay: (journal) => (machine as SimulatedMachine).replay(historyFromJournal(journal.lines())) }
      : {}),
    ...changes,
  };
}
