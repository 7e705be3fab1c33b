import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linuxQuarantine } from '../../../../src/main/platform/linux/quarantine/linux-quarantine';
import { picture, putBackOf, quarantineOf, room } from './room';
import { plant, trees } from './trees';

const folder = { kind: 'folder', path: '/opt/vendor/product/left' } as const;
const file = { kind: 'file', path: '/opt/vendor/product/left' } as const;
let here = room();

beforeEach(() => {
  here.end();
  here = room();
});
afterEach(() => here.end());

describe('what is moved aside and put back', () => {
  it('is the identical tree: owners, modes, times, links, names of one file', () => {
    fc.assert(
      fc.property(trees.folder, (tree) => {
        const one = room();
        try {
          const place = join(one.place, 'left');
          plant(place, { ...tree, owner: 0 } as typeof tree);
          const before = picture(one.place);

          expect(one.open().quarantine(quarantineOf(folder), 'run-1').outcome).toBe('done');
          expect(existsSync(place)).toBe(false);
          expect(one.open().putBack(putBackOf()).outcome).toBe('done');

          expect(picture(one.place)).toEqual(before);
        } finally {
          one.end();
        }
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it.each(['folder', 'file', 'link'] as const)('ends the same when it is cut off before any change (%s)', (kind) => {
    const leftover = kind === 'folder' ? folder : file;
    const changes = changesOf(leftover, kind);

    expect(changes.length).toBeGreaterThan(6);
    for (let at = 0; at < changes.length; at += 1) {
      const one = room();
      plantOne(one.place, kind);
      const before = picture(one.place);
      let passed = 0;
      const cut = (): void => {
        if (passed++ === at) throw new Cut();
      };
      let isMoved = false;
      tryToCut(() => {
        one.open(cut).quarantine(quarantineOf(leftover), 'run-1');
        isMoved = true;
        one.open(cut).putBack(putBackOf());
      });
      // Another process, which knows only what lies on the disk.
      const later = one.open();
      const moved = isMoved ? 'done' : later.quarantine(quarantineOf(leftover), 'run-1').outcome;
      expect([moved, later.putBack(putBackOf()).outcome], `cut before "${changes[at]}"`).toEqual(['done', 'done']);

      expect(picture(one.place), `cut before "${changes[at]}"`).toEqual(before);
      one.end();
    }
  });

  it('says what it is when asked twice, and what stands in its place', () => {
    plantOne(here.place, 'file');
    const quarantine = here.open();

    expect(quarantine.quarantine(quarantineOf(file), 'run-1').outcome).toBe('done');
    expect(quarantine.quarantine(quarantineOf(file), 'run-1').outcome).toBe('done');
    writeFileSync(join(here.place, 'left'), 'somebody else');
    expect(quarantine.keeps('run-1')).toMatchObject({ value: [{ restorable: false, reason: 'place-taken' }] });
    expect(quarantine.putBack(putBackOf())).toMatchObject({ outcome: 'failed', reason: 'place-taken' });
    renameSync(join(here.place, 'left'), join(here.place, 'moved'));
    expect(quarantine.putBack(putBackOf()).outcome).toBe('done');
    expect(quarantine.putBack(putBackOf())).toMatchObject({ outcome: 'was-not-there', reason: 'already-back' });
    expect(quarantine.putBack(putBackOf('other'))).toMatchObject({ outcome: 'failed', reason: 'no-such-item' });
  });
});

describe('what is left where it is', () => {
  const tried = () => here.open().quarantine(quarantineOf(folder), 'run-1');

  it('lies behind a link', () => {
    mkdirSync(join(here.root, 'elsewhere/left'), { recursive: true });
    renameSync(here.place, join(here.root, 'opt/vendor/real'));
    symlinkSync(join(here.root, 'elsewhere'), here.place);

    expect(tried()).toMatchObject({ outcome: 'failed', reason: 'skipped-link' });
    expect(existsSync(join(here.root, 'elsewhere/left'))).toBe(true);
  });

  it.each([0o777, 0o775, 0o1777])('lies in a folder that others may write to (%o)', (mode) => {
    mkdirSync(join(here.place, 'left'));
    chmodSync(here.place, mode);

    expect(tried()).toMatchObject({ outcome: 'failed', reason: 'skipped-not-owned-by-system' });
  });

  it.runIf(process.geteuid?.() === 0)('belongs to somebody else, or its folder does', () => {
    mkdirSync(join(here.place, 'left'));
    chownSync(join(here.place, 'left'), 1000, 1000);
    expect(tried()).toMatchObject({ reason: 'skipped-not-owned-by-system' });
    chownSync(join(here.place, 'left'), 0, 0);
    chownSync(here.place, 1000, 1000);
    expect(tried()).toMatchObject({ reason: 'skipped-not-owned-by-system' });
  });

  it('is another kind of thing than was agreed', () => {
    writeFileSync(join(here.place, 'left'), '');
    expect(tried()).toMatchObject({ reason: 'changed-meanwhile' });
  });

  it.each([
    ['/opt/vendor/product/../../../etc', 'place-not-exact'],
    ['/opt//vendor', 'place-not-exact'],
    ['/opt/kaspersky', 'place-shared'],
    ['/etc/systemd/system', 'place-shared'],
    ['/home/anna/things/left', 'place-of-people'],
    ['/usr', 'place-of-the-system'],
    ['/lib/modules/6.1/left', 'place-of-the-system'],
  ])('is a place that nothing may reach: %s', (path, reason) => {
    expect(here.open().quarantine(quarantineOf({ kind: 'folder', path }), 'run-1')).toMatchObject({
      outcome: 'failed',
      reason,
    });
  });

  it('is not there any more, alone or with its folder', () => {
    expect(tried().outcome).toBe('was-not-there');
    renameSync(here.place, join(here.root, 'opt/vendor/gone'));
    expect(tried().outcome).toBe('was-not-there');
  });

  it('is nothing for an account without rights', () => {
    mkdirSync(join(here.place, 'left'));
    const nobody = { ...here.tools, effectiveUserId: here.tools.systemUserId + 1 };

    expect(linuxQuarantine(nobody, here.store).quarantine(quarantineOf(folder), 'run-1').reason).toBe(
      'needs-elevation',
    );
    expect(linuxQuarantine(nobody, here.store).keeps('run-1').status).toBe('denied');
  });
});

class Cut extends Error {}

function tryToCut(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Cut)) throw error;
  }
}

function changesOf(leftover: typeof folder | typeof file, kind: 'folder' | 'file' | 'link'): readonly string[] {
  const one = room();
  const changes: string[] = [];
  plantOne(one.place, kind);
  const note = (change: string): void => void changes.push(change);
  one.open(note).quarantine(quarantineOf(leftover), 'run-1');
  one.open(note).putBack(putBackOf());
  one.end();
  return changes;
}

function plantOne(place: string, kind: 'folder' | 'file' | 'link'): void {
  const path = join(place, 'left');
  if (kind === 'file') writeFileSync(path, 'left behind');
  else if (kind === 'link') symlinkSync('/etc/passwd', path);
  else {
    mkdirSync(join(path, 'deep'), { recursive: true });
    writeFileSync(join(path, 'deep/file'), 'left behind');
  }
}
