import { expect, test } from 'vitest';
import type { WindowsNative } from '../../../src/main/platform/windows/native/open-native';
import type { RegistryKey, RegistryTree } from '../../../src/main/platform/windows/native/registry-shapes';
import type { Reading } from '../../../src/main/platform/windows/native/reading';
import { readRegistryTree } from '../../../src/main/platform/windows/read-registry-tree';

const sid = 'S-1-5-21-1-2-3-1001';
const tree = (...keys: readonly RegistryKey[]): Reading<RegistryTree> => ({
  status: 'ok',
  value: { keys, complete: true, unread: [] },
});

/** A Windows in which one person has a profile and is not signed in. */
function windows(elevated: boolean): { readonly native: WindowsNative; readonly opened: string[] } {
  const opened: string[] = [];
  const native = {
    registry: {
      readTree: (root: string, path: string): Reading<RegistryTree> => {
        if (root === 'HKU' && path === '') return tree({ path: '', subkeys: ['S-1-5-18'], values: {} });
        if (root !== 'HKLM') return { status: 'absent' };
        const profile = { type: 'REG_EXPAND_SZ', data: 'C:\\Users\\guest' } as const;
        return tree({ path: `${path}\\${sid}`, subkeys: [], values: { ProfileImagePath: profile } });
      },
    },
    system: { read: () => ({ status: 'ok', value: { elevation: { status: 'ok', value: { elevated } } } }) },
    hives: {
      readTree: (file: string, path: string, shownAs: string): Reading<RegistryTree> => {
        opened.push(`${file} ${path}`);
        return tree({ path: shownAs, subkeys: ['Invented'], values: {} });
      },
    },
  };
  return { native: native as unknown as WindowsNative, opened };
}

const asked = (path: string) => ({ root: 'HKU', view: 64, path, depth: 1 }) as const;

test('reads the hive of somebody who is not signed in from a copy, when elevated', () => {
  const { native, opened } = windows(true);

  const answer = readRegistryTree(native, asked(`${sid}\\SOFTWARE\\Invented`));

  expect(answer).toEqual({
    status: 'ok',
    value: [{ path: `${sid}\\SOFTWARE\\Invented`, subkeys: ['Invented'], values: {} }],
  });
  expect(opened).toEqual(['C:\\Users\\guest\\NTUSER.DAT SOFTWARE\\Invented']);
});

test('says denied, and opens nothing, without elevation', () => {
  const { native, opened } = windows(false);

  expect(readRegistryTree(native, asked(`${sid}\\SOFTWARE`))).toMatchObject({ status: 'denied' });
  expect(opened).toEqual([]);
});

test('opens no file for a name that is nobody’s', () => {
  const { native, opened } = windows(true);

  const answers = ['S-1-5-21-9-9-9-9', `${sid}_Classes\\x`, '..\\..\\x', ''].map((path) =>
    readRegistryTree(native, asked(path)),
  );

  expect(answers.slice(0, 3).map(({ status }) => status)).toEqual(['absent', 'absent', 'absent']);
  expect(opened).toEqual([]);
});
