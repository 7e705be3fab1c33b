import { beforeAll, describe, expect, it } from 'vitest';
import { probeMachine } from '../../src/main/core/probing/probe-machine';
import { recordedMachine } from '../../src/main/platform/simulated/recorded-machine';
import { machineFixture, machineFixtureNames } from '../fixtures/machine-fixtures';
import { shippedKnowledge } from '../support/knowledge';
import { toolsFor } from '../support/simulated-session';
import { unexercisedMarks, type FoundOn } from './marks-on-machines';

const { signatures } = shippedKnowledge();

describe('every mark', () => {
  let machines: readonly FoundOn[] = [];

  beforeAll(async () => {
    machines = await Promise.all(machineFixtureNames.map((name) => lookAt(name)));
  });

  it('is matched by at least one recorded computer', () => {
    expect(unexercisedMarks(signatures, machines).neverMatched).toEqual([]);
  });

  it('is refused by at least one recorded computer that has something of its kind', () => {
    expect(unexercisedMarks(signatures, machines).neverRefused).toEqual([]);
  });

  it('is named when no computer shows it', () => {
    expect(unexercisedMarks(signatures, []).neverMatched).toContain('kaspersky-home/vendor-key');
  });
});

async function lookAt(name: string): Promise<FoundOn> {
  const tools = toolsFor(recordedMachine(machineFixture(name), name));
  const description = await tools.machine.reader.ask('description', {}, 1_000);
  if (description.status !== 'ok') throw new Error(`${name} does not say what it is`);
  const { platform } = description.value;
  const { findings } = await probeMachine(tools.machine.reader, platform, signatures, tools);
  return { machine: name, platform, findings };
}
