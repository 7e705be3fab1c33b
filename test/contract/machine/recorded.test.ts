import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/main/core/machine/answer';
import type { MachineFile, SimulatedComputer } from '../../../src/main/core/machine/machine-file';
import type { MachineReader } from '../../../src/main/core/machine/machine';
import { machineFileFrom } from '../../../src/main/platform/simulated/machine-file-from';
import { parseMachineFile } from '../../../src/main/platform/simulated/parse-machine-file';
import { recordedMachine } from '../../../src/main/platform/simulated/recorded-machine';
import { recordingReader } from '../../../src/main/platform/simulated/recording-reader';
import { simulatedMachine } from '../../../src/main/platform/simulated/simulated-machine';
import { ask, platformOf } from './check';
import { describeConformance } from './describe-conformance';
import { ordinarySamples, type Sample } from './samples';
import { shippedComputers } from './shipped-computers';
import { availableOn, lacksOfPlatform, simulatedSubject } from './simulated-subject';

for (const computer of shippedComputers()) {
  let file: Promise<MachineFile> | null = null;
  const make = async () => {
    file ??= recordingOf(computer);
    return { machine: recordedMachine(await file, computer.name), available: availableOn(computer) };
  };
  describeConformance(`a recording of ${computer.name}`, make, [...lacksOfPlatform(computer), 'acting', 'removable']);
}

describe('a recording', () => {
  it.each(shippedComputers().map((computer) => [computer.name, computer] as const))(
    'of %s answers like the computer it was made of',
    async (_, computer) => {
      const asked = await everythingAbout(computer);
      const simulated = simulatedMachine(computer).reader;

      const recorded = recordedMachine(await recordingOf(computer), computer.name).reader;

      expect(await answersTo(asked, recorded)).toEqual(await answersTo(asked, simulated));
    },
  );
});

/** Asks everything, writes the file, and reads it back as a person's file would be read. */
async function recordingOf(computer: SimulatedComputer): Promise<MachineFile> {
  const answers = new Map<string, Answer<unknown>>();
  const reader = recordingReader(simulatedMachine(computer).reader, (key, answer) => answers.set(key, answer));
  await answersTo(await everythingAbout(computer), reader);
  const file = machineFileFrom(answers, {
    title: computer.title.en,
    recordedAt: '2026-11-23T12:00:00Z',
    recordedBy: 'offramp 0.0.0',
    redact: (text) => text,
  });
  const parsed = parseMachineFile(JSON.stringify(file, null, 2));
  if (!parsed.ok) throw new Error(`${parsed.at} ${parsed.problem}`);
  return parsed.file;
}

/** The samples of the suite, and the places that a listed folder leads to. */
async function everythingAbout(computer: SimulatedComputer): Promise<readonly Sample[]> {
  const subject = simulatedSubject(computer);
  const platform = await platformOf(subject);
  const { folder } = subject.available;
  const entries = folder === undefined ? null : await subject.machine.reader.ask('folder', { path: folder }, 1_000);
  const separator = platform === 'windows' ? '\\' : '/';
  const inside = (entries?.status === 'ok' ? entries.value : []).map(({ name }): Sample => ({
    question: 'path',
    given: { path: `${folder}${separator}${name}` },
  }));
  return [...ordinarySamples(platform, subject.available), ...inside];
}

async function answersTo(samples: readonly Sample[], reader: MachineReader): Promise<readonly Answer<unknown>[]> {
  const answers: Answer<unknown>[] = [];
  for (const sample of samples) answers.push(await ask(reader, sample));
  return answers;
}
