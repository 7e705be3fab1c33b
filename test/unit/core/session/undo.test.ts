import { describe, expect, it } from 'vitest';
import { noChoices } from '../../../../src/main/core/planning/plan';
import { openSession } from '../../../../src/main/core/session/open-session';
import { memoryJournals, simulated, toolsFor } from '../../../support/simulated-session';

async function leftoversMoved(name: string) {
  const machine = simulated(name);
  const texts = new Map<string, string>();
  const session = openSession(toolsFor(machine, { journals: memoryJournals(texts) }));
  const before = await session.scan();
  const { plan } = await session.plan(noChoices);
  const applied = await session.apply(plan, { given: 'flag' });
  return { machine, texts, session, before, plan, applied };
}

describe.each(['windows-leftovers', 'linux-leftovers'])('the second plan on %s', (name) => {
  it('moves what was left behind aside, each thing on its own, and nothing else', async () => {
    const { plan, applied, session, before } = await leftoversMoved(name);

    const moves = plan.steps.filter(({ verb }) => verb === 'quarantine');
    expect(moves.length).toBeGreaterThan(1);
    expect(plan.steps.filter(({ kind }) => kind === 'action')).toEqual(moves);
    expect(applied).toMatchObject({ ok: true, outcome: 'done' });
    const left = (await session.scan()).residue.filter(({ action }) => action === 'quarantine');
    expect(before.residue.length).toBeGreaterThan(left.length);
    expect(left).toEqual([]);
  });

  it('can be undone as a whole by another process, and the computer is as before', async () => {
    const { machine, texts, before } = await leftoversMoved(name);
    const later = openSession(toolsFor(machine, { journals: memoryJournals(texts) }));

    const undone = await later.undo('run-1', null);

    expect(undone.ok && undone.items.every(({ outcome }) => outcome === 'done')).toBe(true);
    const { scannedAt: _then, probes: _asked, ...after } = await later.scan();
    const { scannedAt: _now, probes: _before, ...was } = before;
    expect(after).toEqual(was);
    expect(await later.undo('run-1', null)).toMatchObject({ ok: true, items: [] });
  });

  it('can be undone item by item, and says what is not there', async () => {
    const { session } = await leftoversMoved(name);
    const kept = await session.kept('run-1');
    const [first] = kept.ok ? kept.items : [];
    if (first === undefined) throw new Error('nothing was kept');

    expect(await session.undo('run-1', [first.id])).toMatchObject({ items: [{ id: first.id, outcome: 'done' }] });
    expect(await session.undo('run-1', [first.id])).toMatchObject({
      items: [{ id: first.id, outcome: 'was-not-there', reason: 'already-back' }],
    });
    expect(await session.undo('run-1', ['nothing'])).toMatchObject({
      ok: false,
      refusal: { reason: 'no-such-item', item: 'nothing' },
    });
    expect(await session.undo('run-9', null)).toMatchObject({ ok: false, refusal: { reason: 'no-such-run' } });
  });
});
