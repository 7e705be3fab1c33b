import { describe, expect, it } from 'vitest';
import { openSession } from '../../../../src/main/core/session/open-session';
import { noChoices } from '../../../../src/main/core/planning/plan';
import { Scan } from '../../../../src/main/core/matching/scan';
import { Plan } from '../../../../src/main/core/planning/plan';
import { Report } from '../../../../src/main/core/reporting/report';
import { Verification } from '../../../../src/main/core/verification/verification';
import { memoryJournals, simulated, simulatedNames, toolsFor } from '../../../support/simulated-session';

describe('a journey on a simulated computer', () => {
  it.each([
    ['home-windows-plus', 'present'],
    ['office-managed', 'present'],
    ['linux-server', 'present'],
    ['linux-stubborn', 'present'],
    ['windows-leftovers', 'leftovers'],
    ['after-ultraav', 'clear'],
    ['clean-windows', 'clear'],
    ['clean-linux', 'clear'],
  ] as const)('finds on %s: %s', async (name, verdict) => {
    const scan = await openSession(toolsFor(simulated(name))).scan();

    expect(scan.verdict).toBe(verdict);
    expect(Scan.safeParse(scan).error).toBeUndefined();
  });

  it('is the same every time, for every computer', async () => {
    for (const name of simulatedNames) {
      const plan = async () => (await openSession(toolsFor(simulated(name))).plan(noChoices)).plan;

      expect(await plan()).toEqual(await plan());
    }
  });

  it('goes from finding to proof, with the management agent last', async () => {
    const session = openSession(toolsFor(simulated('linux-server')));

    const { plan } = await session.plan(noChoices);
    const applied = await session.apply(plan, { given: 'flag' });
    const verified = await session.verify('run-1');
    const reported = await session.report('run-1');

    expect(Plan.safeParse(plan).error).toBeUndefined();
    expect(plan.steps.filter(({ kind }) => kind === 'action').map(({ product }) => product)).toEqual([
      'kesl-gui',
      'kesl',
      'network-agent-linux',
    ]);
    expect(applied).toMatchObject({ ok: true, outcome: 'done' });
    expect(verified.ok && Verification.safeParse(verified.verification).error).toBeUndefined();
    expect(verified).toMatchObject({ verification: { gone: 'yes', verdict: 'clear' } });
    expect(reported.ok && Report.safeParse(reported.report).error).toBeUndefined();
    expect(reported).toMatchObject({ report: { before: { verdict: 'present' }, run: { outcome: 'done' } } });
  });

  it('stops before a restart and goes on after it', async () => {
    const session = openSession(toolsFor(simulated('home-windows-plus')));
    const { plan } = await session.plan(noChoices);

    const before = await session.apply(plan, { given: 'flag' });
    const after = await session.resume('run-1');

    expect(before).toMatchObject({ ok: true, outcome: 'restart-needed' });
    expect(after).toMatchObject({ ok: true, outcome: 'done' });
    expect(await session.verify('run-1')).toMatchObject({ verification: { gone: 'yes', protected: 'yes' } });
  });

  it('changes nothing on a computer that a console manages, until that is settled', async () => {
    const session = openSession(toolsFor(simulated('office-managed')));
    const { plan } = await session.plan(noChoices);
    const settled = { ...noChoices, settled: ['managed-by-console'] };

    const refused = await session.apply(plan, { given: 'flag' });
    const agreed = await session.apply((await session.plan(settled)).plan, { given: 'flag' });

    expect(refused).toMatchObject({
      ok: false,
      refusal: { reason: 'blocked', blockers: [{ id: 'managed-by-console' }] },
    });
    expect(agreed.ok).toBe(true);
  });

  it('tells a failed step and gets through on going on', async () => {
    const session = openSession(toolsFor(simulated('linux-stubborn')));
    const { plan } = await session.plan(noChoices);

    const first = await session.apply(plan, { given: 'flag' });
    const second = await session.resume(null);

    expect(first).toMatchObject({ ok: true, outcome: 'failed' });
    expect(second).toMatchObject({ ok: true, outcome: 'done' });
    expect(await session.scan()).toMatchObject({ verdict: 'leftovers' });
  });

  it('refuses a plan made for another computer, and names what differs', async () => {
    const other = (await openSession(toolsFor(simulated('linux-server'))).plan(noChoices)).plan;

    const result = await openSession(toolsFor(simulated('linux-stubborn'))).apply(other, { given: 'flag' });

    expect(result).toMatchObject({
      ok: false,
      refusal: {
        reason: 'plan-differs',
        changes: { computerChanged: true, dropped: ['remove:kesl-gui', 'remove:network-agent-linux'] },
      },
    });
  });

  it('refuses a plan in which a word was changed', async () => {
    const session = openSession(toolsFor(simulated('linux-server')));
    const { plan } = await session.plan(noChoices);
    const edited = {
      ...plan,
      steps: plan.steps.map((step) => (step.id === 'remove:kesl' ? { ...step, title: 'Remove nothing' } : step)),
    };

    expect(await session.apply(edited, { given: 'flag' })).toMatchObject({
      ok: false,
      refusal: { reason: 'plan-differs', changes: { changed: ['remove:kesl'] } },
    });
  });

  it('lets one run go at a time', async () => {
    const journals = memoryJournals();
    const session = openSession(toolsFor(simulated('linux-server'), { journals }));
    const { plan } = await session.plan(noChoices);
    const lock = journals.lock();

    expect(await session.apply(plan, { given: 'flag' })).toMatchObject({
      ok: false,
      refusal: { reason: 'somebody-else', heldBy: 'a test' },
    });
    if ('release' in lock) lock.release();
    expect(await session.apply(plan, { given: 'flag' })).toMatchObject({ ok: true });
  });

  it('has nothing to do on a clean computer', async () => {
    const session = openSession(toolsFor(simulated('clean-linux')));

    expect(await session.apply((await session.plan(noChoices)).plan, { given: 'flag' })).toMatchObject({
      ok: false,
      refusal: { reason: 'nothing-to-do' },
    });
  });
});
