import type { Answer } from '../../core/machine/answer';
import type { MachineReader } from '../../core/machine/machine';
import { questionKey } from '../../core/machine/questions';

/** Passes every question on unchanged and hands each answer to `onAnswer` under its question key, as `machineFileFrom` takes them. */
export function recordingReader(
  reader: MachineReader,
  onAnswer: (key: string, answer: Answer<unknown>) => void,
): MachineReader {
  return {
    ask: async (question, given, timeLimitMs) => {
      const answer = await reader.ask(question, given, timeLimitMs);
      onAnswer(questionKey(question, given), answer);
      return answer;
    },
  };
}
