import { describe, expect, test } from 'vitest';
import { parseSecurityDescriptor } from '../../../src/main/platform/windows/native/security-descriptor';
import { ownedBySystem } from '../../../src/main/platform/windows/owned-by-system';
import { descriptor } from './security-bytes';

const system = 'S-1-5-18';
const administrators = 'S-1-5-32-544';
const installer = 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464';
const users = 'S-1-5-32-545';
const authenticated = 'S-1-5-11';
const person = 'S-1-5-21-1-2-3-1001';
const [full, readOnly, modify, addFolder] = [0x1f_01ff, 0x12_00a9, 0x13_01bf, 0x4];

const chainOf = (...things: readonly Parameters<typeof descriptor>[0][]) =>
  things.map((thing) => parseSecurityDescriptor(descriptor(thing)));

/** The root of a usual system drive: everybody may make folders there. */
const drive = {
  owner: installer,
  entries: [
    { sid: administrators, rights: full },
    { sid: system, rights: full },
    { sid: users, rights: readOnly },
    { sid: authenticated, rights: modify, inheritOnly: true },
    { sid: authenticated, rights: addFolder },
  ],
};
const programFiles = {
  owner: installer,
  entries: [
    { sid: installer, rights: full },
    { sid: administrators, rights: modify },
    { sid: users, rights: readOnly },
    { sid: 'S-1-3-0', rights: 0x1000_0000, inheritOnly: true },
  ],
};
const product = {
  owner: system,
  entries: [
    { sid: system, rights: full },
    { sid: administrators, rights: full },
    { sid: users, rights: readOnly },
  ],
};

describe('a place only the system can change', () => {
  test('is a folder below Program Files on a usual drive', () => {
    expect(ownedBySystem(chainOf(product, programFiles, drive))).toBe(true);
  });

  test.each([
    ['belongs to a person', { ...product, owner: person }],
    ['lets users write', { ...product, entries: [...product.entries, { sid: users, rights: 0x2 }] }],
    ['lets users delete', { ...product, entries: [...product.entries, { sid: users, rights: 0x1_0000 }] }],
    ['lets a person change the list', { ...product, entries: [{ sid: person, rights: 0x4_0000 }] }],
    ['lets users do everything, in general words', { ...product, entries: [{ sid: users, rights: 0x1000_0000 }] }],
    ['has an entry of a kind not understood', { ...product, entries: [{ sid: users, rights: 1, type: 5 }] }],
    ['has no list', { ...product, entries: null }],
  ])('is none that %s', (_, thing) => {
    expect(ownedBySystem(chainOf(thing, programFiles, drive))).toBe(false);
  });

  test('is none below a folder out of which users may delete, or that a person owns', () => {
    const open = { ...programFiles, entries: [...programFiles.entries, { sid: users, rights: 0x40 }] };

    expect(ownedBySystem(chainOf(product, open, drive))).toBe(false);
    expect(ownedBySystem(chainOf(product, { ...programFiles, owner: person }, drive))).toBe(false);
  });

  test('is not made by a deny, and not unmade by one', () => {
    const denied = { ...product, entries: [{ sid: users, rights: full, type: 1 }, ...product.entries] };
    const both = { ...product, entries: [...denied.entries, { sid: users, rights: modify }] };

    expect(ownedBySystem(chainOf(denied, programFiles, drive))).toBe(true);
    expect(ownedBySystem(chainOf(both, programFiles, drive))).toBe(false);
  });

  test('is nothing at all when nothing is known', () => {
    expect(ownedBySystem([])).toBe(false);
  });
});

describe('a security descriptor', () => {
  test('is read whole', () => {
    expect(parseSecurityDescriptor(descriptor(drive))).toEqual({
      owner: installer,
      entries: drive.entries.map(({ sid, rights, inheritOnly = false }: (typeof drive.entries)[number]) => ({
        kind: 'allows',
        sid,
        rights,
        inheritOnly,
      })),
    });
  });

  test('never throws and never trusts when it is cut, empty or scrambled', () => {
    const whole = descriptor(product);
    const cuts = Array.from({ length: whole.length }, (_, length) => whole.subarray(0, length));
    const scrambled = Array.from({ length: whole.length }, (_, at) => {
      const bytes = Buffer.from(whole);
      bytes.fill(0xff, at, Math.min(whole.length, at + 2));
      return bytes;
    });

    const readings = [...cuts, ...scrambled].map((bytes) => parseSecurityDescriptor(bytes));

    expect(cuts.map((bytes) => ownedBySystem([parseSecurityDescriptor(bytes)]))).not.toContain(true);
    expect(readings).toHaveLength(whole.length * 2);
  });
});
