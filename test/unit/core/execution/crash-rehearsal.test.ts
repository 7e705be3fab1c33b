import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../src/main/core/machine/actions';
import { noChoices, type PlanChoices } from '../../../../src/main/core/planning/plan';
import { openSession } from '../../../../src/main/core/session/open-session';
import type { Session } from '../../../../src/main/core/session/session';
import type { SimulatedMachine } from '../../../../src/main/platform/simulated/simulated-machine';
import { memoryJournals, simulated, toolsFor } from '../../../support/simulated-session';

class Crash extends Error {}

/** A computer and the journals on it, which outlive every process; and what was really carried out on it. */
function computer(name: string) {
  const whole = simulated(name);
  const acts: Action[] = [];
  if (!whole.acting.can) throw new Error('a simulated computer can act');
  const { actor } = whole.acting;
  const machine = {
    source: whole.source,
    reader: whole.reader,
    acting: {
      can: true as const,
      actor: {
        keeps: (run: string) => actor.keeps(run),
        act: (action: Action, surroundings: Parameters<typeof actor.act>[1]) => {
          acts.push(action);
          return actor.act(action, surroundings);
        },
      },
    },
  };
  const texts = new Map<string, string>();
  let boots = 0;
  return {
    acts,
    restart: () => {
      boots += 1;
      (whole as SimulatedMachine).restart();
    },
    /** A new process on it, which may crash right after its nth write. */
    session(crashAfterWrite = Number.POSITIVE_INFINITY): Session {
      let writes = 0;
      const journals = memoryJournals(texts, () => {
        writes += 1;
        if (writes === crashAfterWrite) throw new Crash();
      });
      return openSession(toolsFor(machine, { journals, bootId: `boot-${boots}` }));
    },
  };
}

type Computer = ReturnType<typeof computer>;

const crashed = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    (error: unknown) => {
      if (error instanceof Crash) return true;
      throw error;
    },
  );

/** Everything a person must settle is settled. */
async function settled(session: Session): Promise<PlanChoices> {
  const { plan } = await session.plan(noChoices);
  return { ...noChoices, settled: plan.blockers.map(({ id }) => id) };
}

/** Goes on until the run is complete, with restarts where it asks for them, as a patient person would. */
async function patientlyToTheEnd(one: Computer): Promise<string> {
  for (let tries = 0; tries < 8; tries += 1) {
    const { ok, ...result } = await one.session().resume('run-1');
    if (!ok) return 'refusal' in result ? result.refusal.reason : 'refused';
    if ('outcome' in result && result.outcome === 'done') return 'done';
    if ('outcome' in result && result.outcome === 'restart-needed') one.restart();
  }
  return 'never';
}

async function rehearse(name: string, crashAfterWrite: number) {
  const one = computer(name);
  const { plan } = await one.session().plan(await settled(one.session()));
  const cut = await crashed(one.session(crashAfterWrite).apply(plan, { given: 'flag' }));
  const end = await patientlyToTheEnd(one);
  return { cut, end, acts: one.acts, scan: await one.session().scan() };
}

/** Moving aside may be begun twice, because it goes on where it was; nothing else may. */
const once = (acts: readonly Action[]): readonly Action[] =>
  acts.filter(
    (action, at) =>
      (action.verb !== 'quarantine' && action.verb !== 'make-restore-point') ||
      at === acts.findIndex((other) => JSON.stringify(other) === JSON.stringify(action)),
  );

const names = ['linux-server', 'home-windows-plus', 'office-managed', 'linux-leftovers', 'windows-leftovers'] as const;

describe('a crash after any write to the journal', () => {
  it.each(names)('leads to the same end on %s, with no removal carried out twice', async (name) => {
    const whole = await rehearse(name, Number.POSITIVE_INFINITY);
    expect(['done', 'run-ended']).toContain(whole.end);
    let rehearsals = 0;
    for (let at = 1; ; at += 1) {
      const run = await rehearse(name, at);
      if (!run.cut) break;
      rehearsals += 1;

      // After the very last write the run is complete: there is nothing to go on with, and that is said.
      expect(['done', 'run-ended'], `after write ${at}`).toContain(run.end);
      expect(once(run.acts), `after write ${at}`).toEqual(whole.acts);
      expect(run.scan, `after write ${at}`).toEqual(whole.scan);
    }
    process.stdout.write(`${name}: ${rehearsals} crashes, one after every write\n`);
    expect(rehearsals).toBeGreaterThan(10);
  });

  it.each(['linux-leftovers', 'windows-leftovers'])(
    'leads to the same end on %s while things are put back',
    async (name) => {
      const before = await computer(name).session().scan();
      let rehearsals = 0;
      for (let at = 1; ; at += 1) {
        const one = computer(name);
        const { plan } = await one.session().plan(await settled(one.session()));
        await one.session().apply(plan, { given: 'flag' });
        const cut = await crashed(one.session(at).undo('run-1', null));
        const rest = await one.session().undo('run-1', null);
        if (!cut) break;
        rehearsals += 1;

        expect(rest.ok, `after write ${at}`).toBe(true);
        expect(await one.session().scan(), `after write ${at}`).toEqual(before);
      }
      process.stdout.write(`${name}: ${rehearsals} crashes while putting back\n`);
      expect(rehearsals).toBeGreaterThan(3);
    },
  );
});
