import { describe, expect, test } from 'vitest';
import { linkTarget } from '../../../src/main/platform/windows/link-target';

/** A shortcut with a list of items to pass over and the link information behind it. */
function shortcut(path: string, { items = 12, wide = false, flags = 0x3, where = 1 } = {}): Buffer {
  const head = Buffer.alloc(0x4c);
  head.writeUInt32LE(0x4c, 0);
  head.writeUInt32LE(flags, 20);
  const list = Buffer.alloc(2 + items);
  list.writeUInt16LE(items, 0);
  const information = Buffer.alloc(wide ? 0x24 : 0x1c);
  const text = wide ? Buffer.from(`${path}\0\0`, 'utf16le') : Buffer.from(`${path}\0\0`, 'latin1');
  information.writeUInt32LE(information.length + text.length, 0);
  information.writeUInt32LE(information.length, 4);
  information.writeUInt32LE(where, 8);
  const [base, rest] = wide ? [28, 32] : [16, 24];
  information.writeUInt32LE(information.length, base);
  information.writeUInt32LE(information.length + text.length - (wide ? 2 : 1), rest);
  return Buffer.concat([head, flags & 1 ? list : Buffer.alloc(0), information, text]);
}

describe('a shortcut', () => {
  test('points to a program, in either spelling', () => {
    expect(linkTarget(shortcut('C:\\Invented\\a.exe'))).toBe('C:\\Invented\\a.exe');
    expect(linkTarget(shortcut('C:\\Ж\\a.exe', { wide: true }))).toBe('C:\\Ж\\a.exe');
    expect(linkTarget(shortcut('C:\\a.exe', { flags: 0x2 }))).toBe('C:\\a.exe');
  });

  test('says nothing when it points elsewhere or to nothing', () => {
    expect(linkTarget(shortcut('C:\\a.exe', { where: 2 }))).toBeNull();
    expect(linkTarget(shortcut('C:\\a.exe', { flags: 0x1 }))).toBeNull();
    expect(linkTarget(shortcut(''))).toBeNull();
  });

  test('never throws when it is cut or scrambled', () => {
    const whole = shortcut('C:\\Invented\\a.exe');

    for (let length = 0; length < whole.length; length++) {
      const scrambled = Buffer.from(whole);
      scrambled.fill(0xff, length, Math.min(whole.length, length + 4));
      expect(typeof linkTarget(whole.subarray(0, length))).not.toBe('undefined');
      expect(typeof linkTarget(scrambled)).not.toBe('undefined');
    }
  });
});
