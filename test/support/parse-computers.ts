import * as z from 'zod';
import { faultInAnswers, SimulatedComputer } from '../../src/main/core/machine/machine-file';

const Computers = z.strictObject({
  format: z.literal('offramp-computers'),
  schemaVersion: z.literal(1),
  computers: z.array(SimulatedComputer),
});

/** The simulated computers shipped with the program, from their text, with every answer held against its question. Throws on any fault. */
export function parseComputers(text: string): readonly SimulatedComputer[] {
  const { computers } = Computers.parse(JSON.parse(text));
  for (const { name, answers, software } of computers)
    for (const part of [answers, ...software.flatMap((one) => [one.answers, one.leaves ?? {}])]) {
      const fault = faultInAnswers(part);
      if (fault !== null) throw new Error(`simulated computer ${name}: ${fault.at} ${fault.problem}`);
    }
  return computers;
}
