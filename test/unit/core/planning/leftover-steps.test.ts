import { beforeAll, describe, expect, it } from 'vitest';
import type { Leftover } from '../../../../src/main/core/machine/leftover';
import type { Residue } from '../../../../src/main/core/matching/detection';
import { comparePlans } from '../../../../src/main/core/planning/compare-plans';
import { idsOf, leaving, planFor, scanned, type Scanned } from './scanned';

let left: Scanned;
let home: Scanned;

beforeAll(async () => {
  [left, home] = await Promise.all([scanned('windows-leftovers'), scanned('home-windows-plus')]);
});

const programs = 'C:\\Program Files (x86)\\Kaspersky Lab';
const product = `${programs}\\Kaspersky 21.25`;
const ownKey = { root: 'HKLM', view: 32, path: 'SOFTWARE\\KasperskyLab\\AVP21.25' } as const;

const residue = (leftover: Leftover, changes: Partial<Residue> = {}): Residue => ({
  kind: leftover.kind,
  where: 'here',
  owner: 'kaspersky-home',
  proof: ['one', 'two'],
  action: 'quarantine',
  address: { leftover, within: programs },
  why: null,
  ...changes,
});

const movedBy = (computer: Scanned): readonly Leftover[] =>
  planFor(computer).steps.flatMap(({ action }) => (action?.verb === 'quarantine' ? [action.leftover] : []));

const movedOf = (...leftovers: readonly Leftover[]): readonly Leftover[] =>
  movedBy(
    leaving(
      left,
      leftovers.map((leftover) => residue(leftover)),
    ),
  );

describe('the second plan', () => {
  it('moves what starts things first, and folders last', () => {
    const certificate = { kind: 'certificate', store: 'machine-root', thumbprint: 'A'.repeat(40) } as const;
    const expected: readonly Leftover[] = [
      { kind: 'service', name: 'AVP21.25' },
      { kind: 'scheduled-task', path: '\\Kaspersky\\Update' },
      {
        kind: 'registry-value',
        root: 'HKLM',
        view: 64,
        path: 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run',
        name: 'AVP',
      },
      { kind: 'registry-key', ...ownKey },
      certificate,
      { kind: 'file', path: `${programs}\\KES.12\\a.dll` },
      { kind: 'folder', path: product },
    ];

    expect(movedOf(...expected.toReversed())).toEqual(expected);
  });

  it('moves a folder once and not what lies in it again, and so with keys', () => {
    const folder = { kind: 'folder', path: product } as const;
    const key = { kind: 'registry-key', ...ownKey } as const;

    expect(
      movedOf(
        { kind: 'folder', path: `${product}\\x64` },
        { kind: 'file', path: `${product.toUpperCase()}\\avp.exe` },
        folder,
        { kind: 'registry-key', ...ownKey, path: `${ownKey.path}\\environment` },
        { kind: 'registry-value', ...ownKey, name: 'Root' },
        key,
      ),
    ).toEqual([key, folder]);
  });

  it('does not take a neighbour of the same beginning, or the other view of the registry, for something inside', () => {
    const all: readonly Leftover[] = [
      { kind: 'registry-key', ...ownKey },
      { kind: 'registry-key', ...ownKey, view: 64, path: `${ownKey.path}\\environment` },
      { kind: 'folder', path: product },
      { kind: 'folder', path: `${product}.1` },
    ];

    expect(new Set(movedOf(...all))).toEqual(new Set(all));
  });

  it('names each thing the same in every scan, undoable and with its own two proofs', () => {
    const [first, again] = [planFor(left), planFor(leaving(left, left.scan.residue.toReversed()))];
    const steps = first.steps.filter(({ verb }) => verb === 'quarantine');

    expect(again.steps).toEqual(first.steps);
    expect(steps.length).toBeGreaterThan(2);
    expect(
      steps.every(
        ({ id, undoable, action }) => undoable && action?.verb === 'quarantine' && id === `leftover:${action.item}`,
      ),
    ).toBe(true);
    expect(new Set(idsOf(first)).size).toBe(first.steps.length);
  });

  it.each([
    ['only told', { action: 'report-only', why: 'one-proof-only' }],
    ['the vendor’s alone', { action: 'vendor-only', why: 'package-manager' }],
    ['without an address', { address: null }],
    ['nobody’s', { owner: null }],
  ] as const)('leaves what is %s where it is', (_, changes) => {
    expect(movedBy(leaving(left, [residue({ kind: 'folder', path: product }, changes)]))).toEqual([]);
  });

  it.each([
    [{ kind: 'folder', path: programs }],
    [{ kind: 'folder', path: 'C:\\Windows\\System32\\drivers' }],
    [{ kind: 'folder', path: `${product}\\..\\..` }],
    [{ kind: 'service', name: 'klkbdflt2' }],
    [{ kind: 'registry-key', root: 'HKLM', view: 64, path: 'SYSTEM\\CurrentControlSet\\Control\\Class' }],
  ] as const)('never reaches a protected place, whatever a scan says: %o', (leftover) => {
    expect(movedOf(leftover)).toEqual([]);
  });

  it('waits while a product is still there that can be removed', () => {
    expect(movedBy(leaving(home, [residue({ kind: 'folder', path: product })]))).toEqual([]);
  });

  it('says what is only told, by kind and with the reason', () => {
    const told = [
      residue({ kind: 'service', name: 'klif' }, { kind: 'driver', action: 'report-only', why: 'only-the-vendor' }),
      residue({ kind: 'service', name: 'klim6' }, { kind: 'driver', action: 'report-only', why: 'only-the-vendor' }),
      residue(
        { kind: 'folder', path: 'C:\\ProgramData\\Kaspersky Lab\\AVP21.25' },
        { kind: 'folder', action: 'report-only', why: 'belongs-to-the-person' },
      ),
    ];

    const plan = planFor(leaving(left, told));
    const lines = plan.onlyTold ?? [];

    expect(lines.map((line) => line.split(':')[0])).toEqual(['driver', 'folder']);
    expect(lines.join(' ')).toContain('keyboard or network');
    expect(comparePlans(plan, { ...plan, onlyTold: [] })).toBeNull();
    expect(comparePlans(plan, { ...plan, notTouched: [] })).not.toBeNull();
  });
});
