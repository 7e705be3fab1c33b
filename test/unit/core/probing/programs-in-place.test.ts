import { describe, expect, it } from 'vitest';
import { ok, unanswered, type Answer } from '../../../../src/main/core/machine/answer';
import type { PathFacts } from '../../../../src/main/core/machine/shapes';
import type { Ask, Probe } from '../../../../src/main/core/probing/probe';
import { processesProbe } from '../../../../src/main/core/probing/processes';
import { autostartsProbe } from '../../../../src/main/core/probing/startup';
import { shippedKnowledge } from '../../../support/knowledge';

const { signatures } = shippedKnowledge();
const folder = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.3';
const program = `${folder}\\avp.exe`;

/** A computer that runs and starts this program, and answers about these paths alone. */
function computer(executable: string, paths: Readonly<Record<string, Answer<PathFacts>>>) {
  const asked: string[] = [];
  const ask: Ask = async (question, given) => {
    const answers: Readonly<Record<string, Answer<unknown>>> = {
      processes: ok([{ pid: 7, name: 'avp.exe', executable }]),
      autostarts: ok([{ name: 'avp', program: executable, where: 'HKLM\\Run', scope: 'system' }]),
    };
    const path = 'path' in given ? String(given.path) : null;
    if (path !== null) asked.push(path);
    const answer = path === null ? answers[question] : (paths[path] ?? unanswered('absent', 'not there'));
    return (answer ?? unanswered('failed', 'not asked here')) as never;
  };
  return { ask, asked };
}

const place = (ownedBySystem: boolean): Answer<PathFacts> =>
  ok({ kind: 'folder', linkTarget: null, sizeBytes: 0, modifiedAt: '2026-01-01T00:00:00Z', ownedBySystem });

async function trustOf(probe: Probe, ask: Ask) {
  const answer = await probe.run(ask, signatures);
  return answer.status === 'ok' ? answer.value.map(({ trust }) => trust) : answer;
}

describe.each([processesProbe, autostartsProbe])('a program that $id names', (probe) => {
  it('is the system’s word where only the system could have put it', async () => {
    expect(await trustOf(probe, computer(program, { [program]: place(true) }).ask)).toEqual(['system']);
  });

  it('is anybody’s word in a folder that anybody may write, whatever it is called', async () => {
    expect(await trustOf(probe, computer(program, { [program]: place(false) }).ask)).toEqual(['user']);
  });

  it('is judged by its folder where self-defence hides the file', async () => {
    const hidden = { [program]: unanswered('denied', 'hidden'), [folder]: place(true) } as const;

    expect(await trustOf(probe, computer(program, hidden).ask)).toEqual(['system']);
    expect(await trustOf(probe, computer(program, { ...hidden, [folder]: place(false) }).ask)).toEqual(['user']);
  });

  it('is anybody’s word where no folder answers', async () => {
    expect(await trustOf(probe, computer(program, {}).ask)).toEqual(['user']);
  });

  it('is not looked at closer when no mark asks about it', async () => {
    const { ask, asked } = computer('C:\\Program Files\\Example\\example.exe', {});

    expect(await trustOf(probe, ask)).toEqual(['system']);
    expect(asked).toEqual([]);
  });
});
