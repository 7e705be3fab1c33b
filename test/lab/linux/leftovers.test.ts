import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Verification } from '../../../src/main/core/verification/verification';
import { picture } from '../../unit/platform-linux/quarantine/room';
import { labInEachTest } from './lab-in-test';
import { LinuxLab } from './linux-lab';

const available = LinuxLab.available();

/** The second plan on this real Linux, after real packages whose scripts leave things behind. */
describe.skipIf(!available.ok)('what a removal left behind', () => {
  const here = labInEachTest();
  const { offramp, planTo } = here;
  /** Removes the product by its first plan. The link through which the unit found its program goes with it: else it could still be started. */
  const removeProduct = async (): Promise<void> => {
    here.lab.setUp({ standIn: 'kesl', leavesBehind: true });
    await planTo('first.json');
    expect((await offramp('apply', join(here.folder, 'first.json'), '--yes')).code).toBe(0);
    rmSync('/var/opt/kaspersky/kesl/install-current');
  };
  const residue = async (): Promise<Verification['residue']> =>
    (JSON.parse((await offramp('verify', '--json')).out) as Verification).residue;

  it('is moved aside by a plan of its own, and comes back identical', async () => {
    await removeProduct();
    const left = (await residue()).filter(({ action }) => action === 'quarantine').map(({ where }) => where);
    const before = left.map((where) => picture(where));

    const second = await planTo('second.json');
    const moves = second.steps.filter(({ kind }) => kind === 'action');
    const applied = await offramp('apply', join(here.folder, 'second.json'), '--yes', '--json');
    const { run: id } = JSON.parse(applied.out) as { run: string };

    expect(left.length).toBeGreaterThan(1);
    expect(moves.map(({ verb }) => verb)).toEqual(moves.map(() => 'quarantine'));
    expect(applied.code).toBe(0);
    expect(left.filter((where) => existsSync(where))).toEqual([]);
    const after = await residue();
    expect(after.filter(({ action }) => action === 'quarantine')).toEqual([]);
    // The person's own data stays where it is, and is told.
    expect(after).toContainEqual(expect.objectContaining({ where: '/var/opt/kaspersky/kesl', action: 'report-only' }));
    expect(statSync(join(here.folder, 'quarantine')).mode & 0o777).toBe(0o700);

    const listed = await offramp('undo', id, '--list', '--json');
    expect(JSON.parse(listed.out)).toMatchObject({ run: id, items: moves.map(() => ({ restorable: true })) });
    const undone = await offramp('undo', id, '--json');
    expect(undone.code).toBe(0);
    expect(left.map((where) => picture(where))).toEqual(before);
    expect(JSON.parse((await offramp('undo', id, '--json')).out)).toEqual({ schemaVersion: 1, run: id, items: [] });
  });

  it('is put back item by item; what stands in its place is not written over', async () => {
    await removeProduct();
    await planTo('second.json');
    const applied = await offramp('apply', join(here.folder, 'second.json'), '--yes', '--json');
    const { run: id } = JSON.parse(applied.out) as { run: string };
    const listed = await offramp('undo', id, '--list', '--json');
    const { items } = JSON.parse(listed.out) as { items: { id: string; from: string }[] };
    const log = items.find(({ from }) => from.startsWith('/var/log/'));
    if (log === undefined) throw new Error('no log here.folder was moved');

    writeFileSync(log.from, 'somebody else');
    const taken = await offramp('undo', id, log.id, '--json');
    rmSync(log.from);
    const back = await offramp('undo', id, log.id, '--json');
    const unknown = await offramp('undo', id, 'nothing');

    expect(taken.code).toBe(10);
    expect(JSON.parse(taken.out)).toMatchObject({ items: [{ outcome: 'failed', reason: 'place-taken' }] });
    expect(back.code).toBe(0);
    expect(existsSync(log.from)).toBe(true);
    expect(unknown).toMatchObject({ code: 9, err: expect.stringContaining('nothing') as unknown });
    await offramp('undo', id);
  });
});
