import { unanswered } from '../../core/machine/answer';
import type { Machine, MachineReader } from '../../core/machine/machine';
import type { MachineFile } from '../../core/machine/machine-file';
import { storedAnswers } from './stored-answers';

/** A recorded computer: it can be asked what was recorded, and nothing can be done to it. `name` is what people call the file. */
export const recordedMachine = (file: MachineFile, name: string): Machine => ({
  source: { kind: 'recorded', name },
  reader: recordedReader(file),
  acting: { can: false, reason: 'recorded-machine' },
});

/**
 * Answers from a machine file, which must have passed `parseMachineFile`. A place that was not recorded is `absent`; a question about
 * the whole computer that was not recorded has `failed`, because a file that says little must not pass for a clean computer.
 */
export function recordedReader(file: MachineFile): MachineReader {
  const stored = storedAnswers(file.answers);
  const hasRegistry = Object.keys(file.answers).some((key) => key.startsWith('registry-tree'));
  return {
    ask: async (question, given) =>
      stored.find(question, given) ??
      unanswered(
        Object.keys(given).length === 0 || (question === 'registry-tree' && !hasRegistry) ? 'failed' : 'absent',
        'not recorded',
      ),
  };
}
