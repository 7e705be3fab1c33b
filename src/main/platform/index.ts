import type { Journal } from '../core/execution/journal';
import { unanswered } from '../core/machine/answer';
import type { Machine } from '../core/machine/machine';
import type { SimulatedComputer } from '../core/machine/machine-file';
import { linuxMachine } from './linux/linux-machine';
import { macMachine } from './macos/mac-machine';
import { parseMachineFile } from './simulated/parse-machine-file';
import { recordedMachine } from './simulated/recorded-machine';
import { simulatedMachine } from './simulated/simulated-machine';
import { historyFromJournal } from './simulated/history-from-journal';
import { readLimited } from './storage/read-limited';
import { windowsMachine } from './windows/windows-machine';

export type OpenedMachine = {
  readonly ok: true;
  readonly machine: Machine;
  /** Brings a computer in memory to where a journal left it. */
  readonly replay?: (journal: Journal) => void;
};

export type MachineOpening =
  | OpenedMachine
  | { readonly ok: false; readonly reason: 'no-such-computer' | 'machine-file-refused'; readonly detail: string };

/** The one place that looks at which system this is. `this`, `sim:NAME`, or the path of a recorded machine file. */
export function openMachine(source: string, simulated: () => readonly SimulatedComputer[]): MachineOpening {
  if (source === 'this') return { ok: true, machine: thisMachine() };
  if (source.startsWith('sim:')) return simulatedByName(source.slice(4), simulated());
  return recordedFrom(source);
}

function thisMachine(): Machine {
  switch (process.platform) {
    case 'linux':
      return linuxMachine();
    case 'win32':
      return windowsMachine();
    case 'darwin':
      return macMachine();
    default:
      return {
        source: { kind: 'this' },
        reader: { ask: async () => unanswered('not-applicable', 'this system cannot be read yet') },
        acting: { can: false, reason: 'platform-read-only' },
      };
  }
}

function simulatedByName(name: string, simulated: readonly SimulatedComputer[]): MachineOpening {
  const computer = simulated.find((candidate) => candidate.name === name);
  if (computer === undefined) return { ok: false, reason: 'no-such-computer', detail: name };
  const machine = simulatedMachine(computer);
  return { ok: true, machine, replay: (journal) => machine.replay(historyFromJournal(journal.lines())) };
}

function recordedFrom(path: string): MachineOpening {
  const text = readLimited(path);
  if (!text.ok) return { ok: false, reason: 'machine-file-refused', detail: `${path}: ${text.detail}` };
  const parsed = parseMachineFile(text.text);
  if (!parsed.ok) return { ok: false, reason: 'machine-file-refused', detail: `${parsed.at}: ${parsed.problem}` };
  return { ok: true, machine: recordedMachine(parsed.file, parsed.file.title) };
}
