import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/main/core/machine/answer';
import { mergeAnswers } from '../../../src/main/platform/simulated/merge-answers';

const absent = { status: 'absent', reason: 'not there' } as const;

describe('mergeAnswers', () => {
  it('puts lists together and lists nothing twice', () => {
    const merged = mergeAnswers([{ services: ok([{ name: 'a' }]) }, { services: ok([{ name: 'b' }, { name: 'a' }]) }]);

    expect(merged).toEqual({ services: ok([{ name: 'a' }, { name: 'b' }]) });
  });

  it('lets a value win over "not there", from whichever side it comes', () => {
    const value = ok({ kind: 'folder' });

    expect(mergeAnswers([{ path: absent }, { path: value }])).toEqual({ path: value });
    expect(mergeAnswers([{ path: value }, { path: absent }])).toEqual({ path: value });
  });

  it('lets the later of two single values stand', () => {
    expect(mergeAnswers([{ text: ok('old') }, { text: ok('new') }])).toEqual({ text: ok('new') });
  });

  it('makes one registry key of two with the same path, and names a new key in the one above', () => {
    const name = 'registry-tree depth=1 path=A root=HKLM view=64';
    const value = (data: string) => ({ type: 'REG_SZ', data });

    const merged = mergeAnswers([
      {
        [name]: ok([
          { path: 'A', subkeys: ['One'], values: { x: value('1') } },
          { path: 'A\\One', subkeys: [], values: {} },
        ]),
      },
      {
        [name]: ok([
          { path: 'a', subkeys: ['one'], values: { y: value('2') } },
          { path: 'A\\Two', subkeys: [], values: {} },
        ]),
      },
    ]);

    expect(merged[name]).toEqual(
      ok([
        { path: 'A', subkeys: ['One', 'Two'], values: { x: value('1'), y: value('2') } },
        { path: 'A\\One', subkeys: [], values: {} },
        { path: 'A\\Two', subkeys: [], values: {} },
      ]),
    );
  });

  it('leaves what it was given as it was', () => {
    const base = { services: ok([{ name: 'a' }]) };

    mergeAnswers([base, { services: ok([{ name: 'b' }]) }]);

    expect(base).toEqual({ services: ok([{ name: 'a' }]) });
  });
});
