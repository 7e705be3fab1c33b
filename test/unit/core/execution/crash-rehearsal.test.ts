import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../../src/main/core/execution/journal';
import type { Action } from '../../../../src/main/core/machine/actions';
import type { Machine } from '../../../../src/main/core/machine/machine';
import { noChoices } from '../../../../src/main/core/planning/plan';
import { openSession } from '../../../../src/main/core/session/open-session';
import { memoryJournals, simulated, toolsFor } from '../../../support/simulated-session';

class Crash extends Error {}

/** The same computer across processes, counting what was really carried out on it. */
function counted(name: string): { readonly machine: Machine; readonly acts: Action[] } {
  const machine = simulated(name);
  const acts: Action[] = [];
  if (!machine.acting.can) throw new Error('a simulated computer can act');
  const { actor } = machine.acting;
  return {
    acts,
    machine: {
      source: machine.source,
      reader: machine.reader,
      acting: {
        can: true,
        actor: {
          keeps: (run) => actor.keeps(run),
          act: (action, surroundings) => {
            acts.push(action);
            return actor.act(action, surroundings);
          },
        },
      },
    },
  };
}

async function runToTheEnd(name: string, crashAfterWrite: number) {
  const texts = new Map<string, string>();
  const { machine, acts } = counted(name);
  let writes = 0;
  const crashing = (_event: JournalEvent) => {
    writes += 1;
    if (writes === crashAfterWrite) throw new Crash();
  };
  const first = openSession(toolsFor(machine, { journals: memoryJournals(texts, crashing) }));
  const { plan } = await first.plan(noChoices);
  const crashed = await first.apply(plan, { given: 'flag' }).then(
    () => false,
    (error: unknown) => {
      if (error instanceof Crash) return true;
      throw error;
    },
  );
  // A new process: nothing is left of the first but its journal and the computer itself.
  const second = openSession(toolsFor(machine, { journals: memoryJournals(texts) }));
  const resumed = crashed ? await second.resume('run-1') : null;
  return { crashed, resumed, acts, scan: await second.scan(), state: second.run('run-1') };
}

describe('a crash after any write to the journal', () => {
  it('leads to the same end, with no removal carried out twice', async () => {
    const whole = await runToTheEnd('linux-server', Number.POSITIVE_INFINITY);
    let rehearsals = 0;
    for (let at = 1; ; at++) {
      const cut = await runToTheEnd('linux-server', at);
      if (!cut.crashed) break;
      rehearsals += 1;

      // After the very last write the run is complete: there is nothing to go on with, and that is said.
      const ended = cut.resumed?.ok === false && cut.resumed.refusal.reason === 'run-ended';
      expect(ended || (cut.resumed?.ok === true && cut.resumed.outcome === 'done'), `after write ${at}`).toBe(true);
      expect(cut.acts, `after write ${at}`).toEqual(whole.acts);
      expect(cut.scan, `after write ${at}`).toEqual(whole.scan);
    }
    expect(rehearsals).toBeGreaterThan(15);
  });
});
