import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../../src/main/core/execution/journal';
import { runState } from '../../../src/main/core/execution/read-journal';
import { noChoices } from '../../../src/main/core/planning/plan';
import { openSession } from '../../../src/main/core/session/open-session';
import { listRuns } from '../../../src/main/app/journey/list-runs';
import { runView } from '../../../src/main/app/journey/run-view';
import { RunView } from '../../../src/preload/contract/requests';
import { memoryJournals, noon, simulated, toolsFor } from '../../support/simulated-session';

const firstTwo = ['prepare:one', 'remove:two'] as const;

describe('the view of a run', () => {
  test('shows every step of the plan as waiting before the first begins', async () => {
    const state = await stateAfter([]);

    const view = runView('run-1', state, true);

    expect(view.steps.map(({ state: told }) => told)).toEqual(state.started.plan.steps.map(() => 'waiting'));
    expect(RunView.parse(view)).toMatchObject({
      run: 'run-1',
      simulated: true,
      outcome: null,
      startedAt: noon().toISOString(),
    });
  });

  test('shows a begun step as running while somebody carries it out', async () => {
    const view = runView('run-1', await stateAfter([begun(0)]), true);

    expect(view.steps.slice(0, 2).map(({ state }) => state)).toEqual(['running', 'waiting']);
  });

  test('shows a begun step as interrupted when nobody carries it out any more', async () => {
    const view = runView('run-1', await stateAfter([begun(0)]), false);

    expect(view.steps.slice(0, 2).map(({ state }) => state)).toEqual(['interrupted', 'waiting']);
  });

  test('shows the next step as interrupted when the run was cut off between two steps', async () => {
    const view = runView('run-1', await stateAfter([begun(0), ended(0, 'acknowledged')]), false);

    expect(view.steps.slice(0, 3).map(({ state }) => state)).toEqual(['acknowledged', 'interrupted', 'waiting']);
  });

  test('shows a step that failed and was begun again as running', async () => {
    const view = runView(
      'run-1',
      await stateAfter([
        begun(0),
        ended(0, 'failed'),
        { event: 'run-ended', outcome: 'failed' },
        { event: 'resumed', bootId: null },
        begun(0),
      ]),
      true,
    );

    expect([view.outcome, view.steps[0]]).toMatchObject([null, { state: 'running', reason: null }]);
  });

  test('keeps the reason, the detail and the moment of an outcome, and shows nothing as interrupted after an end', async () => {
    const view = runView(
      'run-1',
      await stateAfter([begun(0), ended(0, 'failed'), { event: 'run-ended', outcome: 'failed' }]),
      false,
    );

    expect([view.outcome, view.steps[0]]).toMatchObject([
      'failed',
      { state: 'failed', reason: 'disk-full', detail: 'No space left', at: noon().toISOString() },
    ]);
    expect(view.steps.some(({ state }) => state === 'interrupted')).toBe(false);
  });
});

describe('the list of runs', () => {
  test('is read from the journals and leaves a computer in memory as it is', async () => {
    const machine = simulated('linux-server');
    const tools = toolsFor(machine);
    const session = openSession(tools);
    const { plan } = await session.plan(noChoices);
    await session.apply(plan, { given: 'window' });
    machine.replay([]);
    const before = (await session.scan()).verdict;

    const runs = listRuns(tools.journals, () => false);

    expect(runs.map(({ run, outcome }) => [run, outcome])).toEqual([['run-1', 'done']]);
    expect([before, (await session.scan()).verdict]).toEqual(['present', 'present']);
  });

  test('leaves out a journal that somebody edited instead of failing', async () => {
    const tools = toolsFor(simulated('linux-server'));
    const session = openSession(tools);
    await session.apply((await session.plan(noChoices)).plan, { given: 'window' });
    const texts = (tools.journals as ReturnType<typeof memoryJournals>).texts;
    texts.set('run-2', (texts.get('run-1') ?? '').replace('"done"', '"failed"'));

    const runs = listRuns(tools.journals, () => false);

    expect(runs.map(({ run }) => run)).toEqual(['run-1']);
  });
});

const begun = (at: 0 | 1): JournalEvent => ({ event: 'intent', step: firstTwo[at] });
const ended = (at: 0 | 1, outcome: 'acknowledged' | 'failed'): JournalEvent => ({
  event: 'outcome',
  step: firstTwo[at],
  outcome,
  reason: outcome === 'failed' ? 'disk-full' : null,
  detail: outcome === 'failed' ? 'No space left' : null,
});

/** A journal of a real plan, whose first two steps go by the names used here. */
async function stateAfter(events: readonly JournalEvent[]) {
  const tools = toolsFor(simulated('linux-server'), { journals: memoryJournals() });
  const { scan, plan } = await openSession(tools).plan(noChoices);
  const steps = plan.steps.map((step, at) => ({ ...step, id: firstTwo[at] ?? step.id }));
  const journal = tools.journals.create('run-1');
  journal.append({
    event: 'run-started',
    run: 'run-1',
    tool: 'test',
    dataVersion: tools.knowledge.dataVersion,
    plan: { ...plan, steps },
    before: scan,
    consent: { given: 'window' },
    clockGiven: true,
    bootId: null,
  });
  for (const event of events) journal.append(event);
  return runState(journal.lines());
}
