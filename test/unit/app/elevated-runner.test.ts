import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { elevatedRunner, type Elevation } from '../../../src/main/app/journey/elevated-runner';
import { isLockHeld } from '../../../src/main/app/journey/lock-holder';
import type { Ended } from '../../../src/main/app/journey/start-detached';
import { noChoices, type Plan } from '../../../src/main/core/planning/plan';
import { openSession } from '../../../src/main/core/session/open-session';
import type { SessionTools } from '../../../src/main/core/session/session';
import { journalStore } from '../../../src/main/platform/storage/journal-store';
import type { RunView } from '../../../src/preload/contract/requests';
import { noon, simulated, toolsFor } from '../../support/simulated-session';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offramp-elevated-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('carrying a plan out through the elevated side', () => {
  test('answers when the run has begun and tells its progress from the journal to the end', async () => {
    const lab = await labOf((side) => side.apply());

    const started = await lab.runner.start(lab.plan);
    await lab.over();

    expect(lab.words[0]?.slice(0, 2)).toEqual(['apply', `--agreed=${lab.plan.digest}`]);
    expect(started).toMatchObject({ ok: true, run: { run: 'run-1' } });
    expect(lab.told.at(-1)).toMatchObject({ run: 'run-1', outcome: 'done' });
    expect(
      lab.told
        .at(-1)
        ?.steps.filter(({ kind }) => kind === 'action')
        .every(({ state }) => state === 'done'),
    ).toBe(true);
    expect(lab.runner.activeRun()).toBeNull();
  });

  test('shows a run as interrupted when the elevated side dies in the middle', async () => {
    const lab = await labOf((side) => side.applyAndDieAfter(4));

    await lab.runner.start(lab.plan);
    await lab.over();

    expect(lab.told.at(-1)).toMatchObject({ outcome: null });
    expect(lab.told.at(-1)?.steps.filter(({ state }) => state === 'interrupted')).toHaveLength(1);
  });

  test('goes on with a run that was cut off', async () => {
    const lab = await labOf((side) => (side.words[1] === '--resume=run-1' ? side.resume() : side.applyAndDieAfter(4)));
    await lab.runner.start(lab.plan);
    await lab.over();

    const resumed = await lab.runner.resume('run-1');
    await lab.over();

    expect(resumed).toMatchObject({ ok: true, run: { run: 'run-1' } });
    expect(lab.told.at(-1)).toMatchObject({ outcome: 'done' });
  });

  test('says that the prompt was answered with no', async () => {
    const lab = await labOf(async () => ({
      code: 126,
      printed: '',
      complained: 'Error executing command as another user: Request dismissed\n',
    }));

    const started = await lab.runner.start(lab.plan);

    expect(started).toEqual({ ok: false, refusal: { reason: 'elevation-denied', blockers: [], detail: null } });
  });

  test('gives the reason with which the elevated side refused', async () => {
    const refusal = { schemaVersion: 1, run: null, outcome: 'refused', steps: [], reason: 'plan-differs' };
    const lab = await labOf(async () => ({
      code: 9,
      printed: JSON.stringify(refusal),
      complained: 'Nothing was done.\n',
    }));

    const started = await lab.runner.start(lab.plan);

    expect(started).toEqual({
      ok: false,
      refusal: { reason: 'plan-differs', blockers: [], detail: 'Nothing was done.' },
    });
  });

  test('gives the last words of a side that ended without a record', async () => {
    const lab = await labOf(async () => ({ code: 1, printed: 'rubbish', complained: 'first\nCannot find module\n' }));

    const started = await lab.runner.start(lab.plan);

    expect(started).toEqual({
      ok: false,
      refusal: { reason: 'run-not-started', blockers: [], detail: 'Cannot find module' },
    });
  });

  test('does not take a run of another plan for its own', async () => {
    const lab = await labOf((side) => side.apply());
    const other: Plan = { ...lab.plan, digest: 'b'.repeat(64) };

    const started = await lab.runner.start(other);

    expect(started).toMatchObject({ ok: false, refusal: { reason: 'run-not-started' } });
  });

  test('starts nothing while another process is acting', async () => {
    const lab = await labOf((side) => side.apply());
    const lock = lab.tools.journals.lock();

    const started = await lab.runner.start(lab.plan);

    expect([started, lab.words]).toEqual([
      { ok: false, refusal: { reason: 'somebody-else', blockers: [], detail: null } },
      [],
    ]);
    expect('release' in lock).toBe(true);
  });

  test('starts nothing when there is no way to ask for more rights', async () => {
    const lab = await labOf(
      (side) => side.apply(),
      () => ({ ok: false, reason: 'elevation-unavailable', detail: 'no-prompt' }),
    );

    expect(await lab.runner.start(lab.plan)).toEqual({
      ok: false,
      refusal: { reason: 'elevation-unavailable', blockers: [], detail: 'no-prompt' },
    });
  });

  test('follows a run that goes on although its window was closed', async () => {
    const lab = await labOf((side) => side.apply());
    const lock = lab.tools.journals.lock();
    const run = lab.beginByHand();

    lab.runner.adopt();
    const active = lab.runner.activeRun();
    if ('release' in lock) lock.release();
    await lab.over();

    expect([active, lab.runner.activeRun()]).toEqual([run, null]);
    expect(lab.told.map(({ steps }) => steps[0]?.state)).toEqual(['waiting', 'interrupted']);
  });
});

interface OtherSide {
  readonly words: readonly string[];
  apply(): Promise<Ended>;
  applyAndDieAfter(lines: number): Promise<Ended>;
  resume(): Promise<Ended>;
}

/** The window's runner with the elevated side in this process: the real session on a computer in memory, journals on the real disk. */
async function labOf(side: (other: OtherSide) => Promise<Ended>, elevate?: () => Elevation) {
  const machine = simulated('linux-server');
  const freshJournals = () => journalStore(folder, noon, (text) => text);
  const tools = toolsFor(machine, { journals: freshJournals() });
  const { scan, plan } = await openSession(tools).plan(noChoices);
  const told: RunView[] = [];
  const words: (readonly string[])[] = [];
  const runner = elevatedRunner({
    journals: freshJournals(),
    isLockHeld: () => isLockHeld(folder),
    elevated(given) {
      words.push(given);
      const whyNotStarted = (code: number) => (code === 126 ? ('elevation-denied' as const) : null);
      return elevate?.() ?? { ok: true, command: { program: '/nowhere/offramp', arguments: given }, whyNotStarted };
    },
    startDetached: (command) => ({
      ended: side(otherSide(command.arguments, { ...tools, journals: freshJournals() }, plan)),
    }),
    wait: (ms) => ({ done: new Promise((resolve) => setTimeout(resolve, Math.min(ms, 5))) }),
    language: () => 'en',
    tell: (name, payload) => void (name === 'run:changed' && told.push(payload as RunView)),
  });
  return {
    runner,
    plan,
    tools,
    told,
    words,
    over: async () => {
      while (runner.activeRun() !== null) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    beginByHand() {
      const journal = tools.journals.create('run-by-hand');
      const { dataVersion } = tools.knowledge;
      journal.append({
        event: 'run-started',
        run: 'run-by-hand',
        tool: 'test',
        dataVersion,
        plan,
        before: scan,
        consent: { given: 'window' },
        clockGiven: true,
        bootId: null,
      });
      return 'run-by-hand';
    },
  };
}

function otherSide(words: readonly string[], tools: SessionTools, plan: Plan): OtherSide {
  const done = async (work: Promise<unknown>): Promise<Ended> => {
    await work;
    return { code: 0, printed: '{}', complained: '' };
  };
  const agreed = { digest: plan.digest, choices: plan.choices };
  return {
    words,
    apply: () => done(openSession(tools).apply(agreed, { given: 'window' })),
    resume: () => done(openSession(tools).resume('run-1')),
    async applyAndDieAfter(lines) {
      const dying: SessionTools = {
        ...tools,
        journals: { ...tools.journals, create: (run) => dyingJournal(tools.journals.create(run), lines) },
      };
      await openSession(dying)
        .apply(agreed, { given: 'window' })
        .catch(() => undefined);
      return { code: null, printed: '', complained: '' };
    },
  };
}

const dyingJournal = (journal: ReturnType<SessionTools['journals']['create']>, lines: number): typeof journal => ({
  run: journal.run,
  lines: () => journal.lines(),
  append(event) {
    if (journal.lines().length >= lines) throw new Error('killed');
    journal.append(event);
  },
});
