// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import type { Reply } from '../../../src/preload/contract/requests';
import { plan } from '../../../src/renderer/gallery/fixtures/plans';
import {
  doneRun,
  failedRun,
  goneAndProtected,
  interruptedRun,
  restartRun,
  runningRun,
} from '../../../src/renderer/gallery/fixtures/runs';
import { clearScan, linuxProbes, managedScan, presentScan } from '../../../src/renderer/gallery/fixtures/scans';
import { createJourney, type Journey } from '../../../src/renderer/state/create-journey';
import { broken, digestOf, fakeOfframp, later, yes, type FakeOfframp } from './fake-offramp';

const now = (): Date => new Date('2026-11-23T16:00:00Z');
const [packages, services] = linuxProbes;
if (packages === undefined || services === undefined) throw new Error('the fixtures have no probes');

async function begun(offramp: FakeOfframp): Promise<Journey> {
  const journey = createJourney({ api: offramp.api, now });
  await journey.readSettings();
  await journey.begin();
  await settled(journey);
  return journey;
}

const state = ({ store }: Journey) => store.getState();
const settled = ({ store }: Journey): Promise<void> =>
  vi.waitFor(() => {
    const { plan: shown, ranking } = store.getState();
    expect([shown.phase, ranking.phase]).not.toContain('busy');
  });

describe('looking', () => {
  test('ticks every part that answers, once, and forgets the ticks when the result is there', async () => {
    const scan = later<Reply<'scan:run'>>();
    const offramp = fakeOfframp({ 'scan:run': () => scan.promise });
    const journey = createJourney({ api: offramp.api, now });
    const begins = journey.begin();

    offramp.tell('scan:probe', { probe: services, found: 0 });
    offramp.tell('scan:probe', { probe: packages, found: 12 });
    offramp.tell('scan:probe', { probe: services, found: 3 });
    const ticked = state(journey).check;
    scan.answer(yes<'scan:run'>(presentScan));
    await begins;
    offramp.tell('scan:probe', { probe: packages, found: 99 });

    expect(ticked).toEqual({
      phase: 'looking',
      ticked: [
        { probe: packages, found: 12 },
        { probe: services, found: 3 },
      ],
    });
    expect(state(journey).check).toEqual({ phase: 'found', scan: presentScan });
  });

  test('a look that fails is told and can be repeated', async () => {
    const answers: Reply<'scan:run'>[] = [broken, yes<'scan:run'>(clearScan)];
    const journey = await begun(fakeOfframp({ 'scan:run': () => answers.shift() ?? broken }));
    const first = state(journey).check;

    journey.does.lookAgain();

    expect(first).toEqual({ phase: 'failed', detail: 'the cat sat on it' });
    await vi.waitFor(() => expect(state(journey).check).toEqual({ phase: 'found', scan: clearScan }));
  });

  test('the answer of an older look never replaces that of a newer one', async () => {
    const looks = [later<Reply<'scan:run'>>(), later<Reply<'scan:run'>>()];
    const waiting = [...looks];
    const offramp = fakeOfframp({ 'scan:run': () => waiting.shift()?.promise ?? broken });
    const journey = createJourney({ api: offramp.api, now });
    const begins = journey.begin();
    journey.does.lookAgain();

    looks[1]?.answer(yes<'scan:run'>(clearScan));
    looks[0]?.answer(yes<'scan:run'>(presentScan));
    await begins;

    await vi.waitFor(() => expect(state(journey).check).toEqual({ phase: 'found', scan: clearScan }));
  });

  test('needs come ticked from what was found, until the person says otherwise', async () => {
    const journey = await begun(fakeOfframp());
    const suggested = state(journey).needs.audience;

    journey.does.setNeeds({ audience: 'home', budget: 'free' });
    journey.does.lookAgain();
    await settled(journey);

    expect(suggested).toBe('small-business');
    expect(state(journey).needs).toEqual({ audience: 'home', budget: 'free' });
  });
});

describe('planning', () => {
  test('nothing is planned where nothing was found', async () => {
    const offramp = fakeOfframp({ 'scan:run': () => yes<'scan:run'>(clearScan) });

    const journey = await begun(offramp);

    expect(state(journey).plan).toEqual({ phase: 'empty' });
    expect(offramp.inputsOf('plan:make')).toEqual([]);
  });

  test('choices made while a plan is under way are asked for once, with the last of them', async () => {
    const first = later<Reply<'plan:make'>>();
    const plans = [first.promise];
    const offramp = fakeOfframp({
      'scan:run': () => yes<'scan:run'>(managedScan),
      'plan:make': (choices) => plans.shift() ?? yes<'plan:make'>({ ...plan, choices, digest: digestOf(choices) }),
    });
    const journey = createJourney({ api: offramp.api, now });
    await journey.begin();

    journey.does.keepSettings(true);
    journey.does.settle('managed-by-console', true);
    journey.does.replaceWith('clamav');
    const chosen = state(journey).choices;
    first.answer(yes<'plan:make'>(plan));
    await settled(journey);

    expect(chosen).toEqual({ keep: ['settings'], skip: [], settled: ['managed-by-console'], replaceWith: 'clamav' });
    expect(offramp.inputsOf('plan:make')).toEqual([{ keep: [], skip: [], settled: [], replaceWith: null }, chosen]);
    expect(state(journey).plan).toEqual({
      phase: 'ready',
      plan: { ...plan, choices: chosen, digest: digestOf(chosen) },
    });
  });

  test('a stop that is taken back is a stop again', async () => {
    const journey = await begun(fakeOfframp({ 'scan:run': () => yes<'scan:run'>(managedScan) }));
    journey.does.settle('managed-by-console', true);
    await settled(journey);

    journey.does.settle('managed-by-console', false);
    await settled(journey);

    expect(state(journey).choices.settled).toEqual([]);
    expect(state(journey).prepared).toEqual({ 'managed-by-console': 'looked-at' });
  });
});

describe('removing', () => {
  test('goes from an agreed plan through every step to the proof', async () => {
    const offramp = fakeOfframp();
    const journey = await begun(offramp);
    journey.does.replaceWith('clamav');
    await settled(journey);

    journey.does.startRemoval();
    const asking = state(journey).removal.phase;
    await vi.waitFor(() => expect(state(journey).removal.phase).toBe('running'));
    offramp.tell('run:line', { run: runningRun.run, step: 'remove:klnagent', line: 'Removing klnagent64' });
    offramp.tell('run:line', { run: 'another run', step: 'remove:klnagent', line: 'not ours' });
    const running = state(journey).removal;
    offramp.tell('run:changed', doneRun);
    await vi.waitFor(() => expect(state(journey).proof.phase).toBe('done'));

    expect(asking).toBe('asking');
    expect(running).toEqual({
      phase: 'running',
      view: runningRun,
      step: { id: 'remove:klnagent', since: '2026-11-23T16:00:00.000Z' },
      lines: ['Removing klnagent64'],
    });
    expect(offramp.inputsOf('run:start')).toEqual([{ digest: digestOf(state(journey).choices) }]);
    expect(offramp.inputsOf('verify:run')).toEqual([{ run: doneRun.run }]);
    expect(state(journey).removal).toEqual({ phase: 'ended', view: doneRun, lines: ['Removing klnagent64'] });
    expect(state(journey).check).toEqual({ phase: 'found', scan: goneAndProtected });
  });

  test('cannot be agreed to while the plan is being made anew, nor twice', async () => {
    const slow = later<Reply<'plan:make'>>();
    const start = later<Reply<'run:start'>>();
    const plans: (Reply<'plan:make'> | Promise<Reply<'plan:make'>>)[] = [yes<'plan:make'>(plan), slow.promise];
    const offramp = fakeOfframp({ 'plan:make': () => plans.shift() ?? broken, 'run:start': () => start.promise });
    const journey = await begun(offramp);

    journey.does.keepSettings(true);
    journey.does.startRemoval();
    const whilePlanning = offramp.inputsOf('run:start');
    slow.answer(yes<'plan:make'>({ ...plan, digest: 'newer' }));
    await settled(journey);
    journey.does.startRemoval();
    journey.does.startRemoval();

    expect(whilePlanning).toEqual([]);
    expect(offramp.inputsOf('run:start')).toEqual([{ digest: 'newer' }]);
  });

  test('reports that overtake the answer are not undone by it', async () => {
    const start = later<Reply<'run:start'>>();
    const offramp = fakeOfframp({ 'run:start': () => start.promise });
    const journey = await begun(offramp);
    journey.does.startRemoval();

    offramp.tell('run:changed', runningRun);
    offramp.tell('run:changed', doneRun);
    start.answer(yes<'run:start'>({ ok: true, run: runningRun }));
    await vi.waitFor(() => expect(state(journey).proof.phase).toBe('done'));

    expect(state(journey).removal).toMatchObject({ phase: 'ended', view: doneRun });
    expect(offramp.inputsOf('verify:run')).toHaveLength(1);
  });

  test('a refusal is a state with its reason, and a new plan leads out of it', async () => {
    const refusal = { reason: 'elevation-denied', blockers: [], detail: null };
    const offramp = fakeOfframp({ 'run:start': () => yes<'run:start'>({ ok: false, refusal }) });
    const journey = await begun(offramp);

    journey.does.startRemoval();
    await vi.waitFor(() => expect(state(journey).removal).toEqual({ phase: 'refused', refusal, resuming: null }));
    journey.does.planAgain();
    journey.does.startRemoval();
    await vi.waitFor(() => expect(offramp.inputsOf('plan:make')).toHaveLength(2));

    expect(state(journey).removal).toEqual({ phase: 'idle' });
    expect(offramp.inputsOf('scan:run')).toHaveLength(2);
    expect(offramp.inputsOf('run:start')).toHaveLength(1);
  });

  test('a question that fails is told as a fault', async () => {
    const journey = await begun(fakeOfframp({ 'run:start': () => broken }));

    journey.does.startRemoval();

    await vi.waitFor(() =>
      expect(state(journey).removal).toEqual({ phase: 'failed', detail: 'the cat sat on it', resuming: null }),
    );
  });

  test('a failed step ends the run without a proof, and going on shows the run moving again', async () => {
    const resume = later<Reply<'run:resume'>>();
    const offramp = fakeOfframp({ 'run:resume': () => resume.promise });
    const journey = await begun(offramp);
    journey.does.startRemoval();
    await vi.waitFor(() => expect(state(journey).removal.phase).toBe('running'));
    offramp.tell('run:changed', failedRun);
    const ended = state(journey).removal.phase;

    journey.does.resume(failedRun);
    offramp.tell('run:changed', failedRun);
    const whileAsking = state(journey).removal.phase;
    offramp.tell('run:changed', runningRun);
    resume.answer(yes<'run:resume'>({ ok: true, run: runningRun }));

    await vi.waitFor(() => expect(state(journey).removal).toMatchObject({ phase: 'running', view: runningRun }));
    expect([ended, whileAsking]).toEqual(['ended', 'asking']);
    expect(offramp.inputsOf('run:resume')).toEqual([{ run: failedRun.run }]);
    expect(offramp.inputsOf('verify:run')).toEqual([]);
  });

  test('a run that dies on the way is shown as interrupted', async () => {
    const offramp = fakeOfframp();
    const journey = await begun(offramp);
    journey.does.startRemoval();
    await vi.waitFor(() => expect(state(journey).removal.phase).toBe('running'));

    offramp.tell('run:changed', interruptedRun);

    expect(state(journey).removal).toEqual({ phase: 'interrupted', view: interruptedRun });
  });

  test.each([
    ['cut off', interruptedRun, { phase: 'interrupted', view: interruptedRun }],
    ['waiting for a restart', restartRun, { phase: 'ended', view: restartRun, lines: [] }],
    ['still going', runningRun, { phase: 'running', view: runningRun }],
    ['done', doneRun, { phase: 'idle' }],
  ])('after a start of the program a run that is %s is taken up', async (_how, run, expected) => {
    const older = { ...failedRun, run: 'older', startedAt: '2026-01-01T00:00:00Z' };
    const journey = await begun(fakeOfframp({ 'runs:list': () => yes<'runs:list'>([older, run]) }));

    expect(state(journey).removal).toMatchObject(expected);
  });
});

describe('proving and the rest', () => {
  test('saving tells where, that it was cancelled, or why not', async () => {
    const answers: Reply<'report:save'>[] = [
      yes<'report:save'>({ savedAs: '/home/ana/proof.html' }),
      yes<'report:save'>({ savedAs: null }),
      broken,
    ];
    const journey = await begun(fakeOfframp({ 'report:save': () => answers.shift() ?? broken }));

    const told: unknown[] = [];
    for (const _time of [1, 2, 3]) {
      journey.does.save('html');
      await vi.waitFor(() => expect(state(journey).saving.phase).not.toBe('saving'));
      told.push(state(journey).saving);
    }

    expect(told).toEqual([
      { phase: 'saved', savedAs: '/home/ana/proof.html' },
      { phase: 'cancelled' },
      { phase: 'failed', detail: 'the cat sat on it' },
    ]);
  });

  test('another computer begins another journey, and late answers about the old one are dropped', async () => {
    const oldVerification = later<Reply<'verify:run'>>();
    const offramp = fakeOfframp({
      'scan:run': () => yes<'scan:run'>(managedScan),
      'verify:run': () => oldVerification.promise,
    });
    const journey = await begun(offramp);
    journey.does.settle('managed-by-console', true);
    journey.does.replaceWith('clamav');
    journey.does.verify();

    journey.does.chooseComputer('sim:linux-server');
    await vi.waitFor(() => expect(state(journey).generation).toBe(1));
    oldVerification.answer(yes<'verify:run'>(goneAndProtected));
    await settled(journey);

    expect(state(journey)).toMatchObject({
      computers: { chosen: 'sim:linux-server' },
      choices: { settled: [], replaceWith: null },
      prepared: {},
      decided: false,
      proof: { phase: 'empty' },
      check: { phase: 'found', scan: managedScan },
      page: 'check',
    });
  });

  test('settings that could not be written go back to what they were', async () => {
    const journey = await begun(fakeOfframp({ 'settings:write': () => broken }));
    const before = state(journey).settings;

    journey.does.changeSettings({ language: 'es', theme: 'dark', technician: true });
    const atOnce = state(journey).settings.language;

    expect(atOnce).toBe('es');
    await vi.waitFor(() => expect(state(journey).settings).toEqual(before));
  });

  test('another language asks for the worded values anew without hiding what is shown', async () => {
    const offramp = fakeOfframp();
    const journey = await begun(offramp);
    const phases = new Set<string>();
    const stop = journey.store.subscribe(({ check }) => phases.add(check.phase));

    journey.does.changeSettings({ ...state(journey).settings, language: 'es' });
    await vi.waitFor(() => expect(offramp.inputsOf('plan:make')).toHaveLength(2));
    stop();

    expect([...phases]).toEqual(['found']);
  });

  test('history reads the runs when it is opened', async () => {
    const journey = await begun(fakeOfframp());

    journey.does.goTo('history');

    await vi.waitFor(() =>
      expect(state(journey).history).toEqual({ phase: 'found', runs: [doneRun], undo: { phase: 'idle' } }),
    );
  });

  test('stops listening at its end', async () => {
    const offramp = fakeOfframp();
    const journey = await begun(offramp);

    journey.end();

    expect(offramp.listeners()).toBe(0);
  });
});
