import { describe, expect, it } from 'vitest';
import { ok } from '../../../../src/main/core/machine/answer';
import type { MachineReader } from '../../../../src/main/core/machine/machine';
import { noChoices } from '../../../../src/main/core/planning/plan';
import { openSession } from '../../../../src/main/core/session/open-session';
import { memoryJournals, simulated, toolsFor } from '../../../support/simulated-session';

/** A computer on which a removal takes a keyboard filter's driver away and leaves its name. */
function breaking() {
  const whole = simulated('home-windows-plus');
  if (!whole.acting.can) throw new Error('a simulated computer acts');
  const { actor } = whole.acting;
  let isBroken = false;
  const reader: MachineReader = {
    ask: async (question, given, limit) =>
      question === 'class-filters' && isBroken
        ? (ok([{ classId: '{4d36e96b}', className: 'Keyboard', position: 'upper', filters: ['klgone'] }]) as never)
        : whole.reader.ask(question, given, limit),
  };
  const machine = {
    source: whole.source,
    reader,
    acting: {
      can: true as const,
      actor: {
        keeps: (run: string) => actor.keeps(run),
        act: (...given: Parameters<typeof actor.act>) => {
          isBroken ||= given[0].verb === 'uninstall-msi';
          return actor.act(...given);
        },
      },
    },
  };
  return { machine, repair: () => void (isBroken = false), whole };
}

describe('a filter that lost its driver', () => {
  it('stops the run before a restart is offered, and the run goes on once that is seen to', async () => {
    const { machine, repair, whole } = breaking();
    const texts = new Map<string, string>();
    const session = (boot: string) => openSession(toolsFor(machine, { journals: memoryJournals(texts), bootId: boot }));
    const { plan } = await session('one').plan(noChoices);

    const stopped = await session('one').apply(plan, { given: 'flag' });
    const still = await session('one').resume('run-1');
    repair();
    const restart = await session('one').resume('run-1');
    whole.restart();
    const done = await session('two').resume('run-1');

    expect(stopped).toMatchObject({ ok: true, outcome: 'blocked' });
    expect(stopped.ok && stopped.state.outcomes.get('check-filters')).toMatchObject({
      outcome: 'not-passed',
      reason: 'filter-without-driver',
      detail: 'klgone',
    });
    expect(stopped.ok && stopped.state.outcomes.has('restart')).toBe(false);
    expect(still).toMatchObject({ ok: true, outcome: 'blocked' });
    expect(restart).toMatchObject({ ok: true, outcome: 'restart-needed' });
    expect(done).toMatchObject({ ok: true, outcome: 'done' });
  });
});
