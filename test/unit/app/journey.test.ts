import { describe, expect, test } from 'vitest';
import { openJourney } from '../../../src/main/app/journey/open-journey';
import { pacedMachine } from '../../../src/main/app/journey/paced-machine';
import type { Runner } from '../../../src/main/app/journey/runner';
import { simulatedRunner } from '../../../src/main/app/journey/simulated-runner';
import { noChoices } from '../../../src/main/core/planning/plan';
import type { Machine } from '../../../src/main/core/machine/machine';
import type { RunView } from '../../../src/preload/contract/requests';
import { simulated, toolsFor } from '../../support/simulated-session';

describe('the journey of one computer', () => {
  test('removes, tells every change, and the computer is then clear', async () => {
    const { journey, told, over } = rehearsal();
    const plan = await journey.plan(noChoices);

    const started = await journey.start(plan.digest);
    await over();

    expect(started).toMatchObject({ ok: true, run: { outcome: null } });
    expect(told.at(-1)).toMatchObject({ outcome: 'done' });
    expect((await journey.scan.join()).verdict).toBe('clear');
    expect(journey.runs()).toMatchObject([{ run: 'run-1', outcome: 'done', simulated: true }]);
  });

  test('carries out only the plan that was made last', async () => {
    const { journey } = rehearsal();
    const first = await journey.plan(noChoices);
    await journey.plan({ ...noChoices, keep: ['settings'] });

    expect(await journey.start(first.digest)).toMatchObject({ ok: false, refusal: { reason: 'plan-differs' } });
  });

  test('carries out nothing that was never planned', async () => {
    const { journey } = rehearsal();

    expect(await journey.start('a'.repeat(64))).toMatchObject({ ok: false, refusal: { reason: 'plan-differs' } });
  });

  test('begins once, however often it is asked', async () => {
    const { journey, over } = rehearsal();
    const { digest } = await journey.plan(noChoices);

    const both = await Promise.all([journey.start(digest), journey.start(digest)]);
    await over();

    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
    expect(both[1]).toMatchObject({ refusal: { reason: 'somebody-else' } });
  });

  test('names what must be settled first', async () => {
    const { journey } = rehearsal('office-managed');
    const { digest, blockers } = await journey.plan(noChoices);

    const started = await journey.start(digest);

    const stops = blockers.filter(({ severity }) => severity === 'stop');
    expect(stops.length).toBeGreaterThan(0);
    expect(started).toMatchObject({ ok: false, refusal: { reason: 'blocked', blockers: stops } });
  });

  test('asks once more on a real computer, and a no starts nothing', async () => {
    const { journey, asked, started } = real({ answer: false });
    const plan = await journey.plan(noChoices);

    const answer = await journey.start(plan.digest);

    expect(answer).toEqual({ ok: false, refusal: { reason: 'not-confirmed', blockers: [], detail: null } });
    expect([asked, started]).toEqual([[plan.digest], []]);
  });

  test('starts on a real computer after a yes', async () => {
    const { journey, started } = real({ answer: true });
    const plan = await journey.plan(noChoices);

    await journey.start(plan.digest);

    expect(started).toEqual([plan.digest]);
  });

  test('speaks another language without forgetting what was removed', async () => {
    const { journey, over } = rehearsal();
    const english = await journey.plan(noChoices);
    await journey.start(english.digest);
    await over();

    journey.speak('es');

    expect((await journey.scan.join()).verdict).toBe('clear');
    expect((await journey.plan(noChoices)).language).toBe('es');
  });

  test('shows a failed step with its reason and goes on when asked to', async () => {
    const { journey, told, over } = rehearsal('linux-stubborn');
    const { digest } = await journey.plan(noChoices);
    const begun = await journey.start(digest);
    await over();
    const failed = told.at(-1);

    const resumed = begun.ok ? await journey.resume(begun.run.run) : begun;
    await over();

    expect(failed?.steps.filter(({ state }) => state === 'failed')).toEqual([
      expect.objectContaining({ reason: expect.any(String) as string }),
    ]);
    const again = told
      .at(-1)
      ?.steps.find(({ id }) => failed?.steps.some((step) => step.id === id && step.state === 'failed'));
    expect([resumed.ok, again?.state]).toEqual([true, 'done']);
  });
});

describe('a rehearsal at a watchable pace', () => {
  test('waits before each action and changes nothing else', async () => {
    const machine = simulated('linux-server');
    const waited: number[] = [];
    const paced = pacedMachine(machine, 700, (ms) => ({ done: Promise.resolve(void waited.push(ms)) }));
    const { journey, over } = rehearsal('linux-server', paced, machine);
    const plan = await journey.plan(noChoices);

    await journey.start(plan.digest);
    await over();

    expect(waited).toEqual(plan.steps.filter(({ kind }) => kind === 'action').map(() => 700));
    expect((await journey.scan.join()).verdict).toBe('clear');
  });
});

function rehearsal(name = 'linux-server', machine: Machine = simulated(name), replayed: Machine = machine) {
  const told: RunView[] = [];
  const tell = (event: string, payload: unknown): void =>
    void (event === 'run:changed' && told.push(payload as RunView));
  const { replay } = toolsFor(replayed);
  const journey = openJourney({
    id: `sim:${name}`,
    tools: toolsFor(machine, replay === undefined ? {} : { replay }),
    tell,
    confirm: () => Promise.reject(new Error('a computer in memory needs no second question')),
    confirmUndo: () => Promise.reject(new Error('a computer in memory needs no second question')),
    runnerFor: (session) => simulatedRunner({ session, tell, log: () => {} }),
    isActedElsewhere: () => false,
  });
  const over = async () => {
    while (journey.activeRun() !== null) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { journey, told, over };
}

/** A computer that says it is this one; what would be started is only noted. */
function real({ answer }: { readonly answer: boolean }) {
  const machine: Machine = { ...simulated('linux-server'), source: { kind: 'this' } };
  const asked: string[] = [];
  const started: string[] = [];
  const runner: Runner = {
    start: async ({ digest }) => (
      started.push(digest),
      { ok: false, refusal: { reason: 'elevation-denied', blockers: [], detail: null } }
    ),
    resume: () => Promise.reject(new Error('not asked for')),
    undo: () => Promise.reject(new Error('not asked for')),
    activeRun: () => null,
  };
  const confirm = async ({ digest }: { readonly digest: string }) => (asked.push(digest), answer);
  const journey = openJourney({
    id: 'this',
    tools: toolsFor(machine),
    tell: () => {},
    confirm,
    confirmUndo: async () => answer,
    runnerFor: () => runner,
    isActedElsewhere: () => false,
  });
  return { journey, asked, started };
}
