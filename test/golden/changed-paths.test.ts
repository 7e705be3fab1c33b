import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedPaths, type Json } from './changed-paths';

describe('changed paths', () => {
  test('are none between equal values, whatever the order of fields', () => {
    expect(changedPaths({ a: 1, b: [{ id: 'x' }] }, { b: [{ id: 'x' }], a: 1 })).toEqual([]);
  });

  test('name the field that changed, appeared or went', () => {
    expect(changedPaths({ a: 1, b: { c: 'x' }, gone: null }, { a: 1, b: { c: 'y' }, came: [] }, 'scan')).toEqual([
      { path: 'scan.b.c', before: 'x', now: 'y' },
      { path: 'scan.gone', before: null, now: undefined },
      { path: 'scan.came', before: undefined, now: [] },
    ]);
  });

  test('know members of a list by what they are, so that one more is one change', () => {
    const before = [{ product: 'kesl', state: 'installed' }];
    const now = [
      { product: 'agent', state: 'leftover' },
      { product: 'kesl', state: 'leftover' },
    ];

    expect(changedPaths(before, now)).toEqual([
      { path: '[kesl].state', before: 'installed', now: 'leftover' },
      { path: '[agent]', before: undefined, now: now[0] },
    ]);
  });

  test('see another order of a list', () => {
    expect(changedPaths(['a', 'b'], ['b', 'a'])).toEqual([
      { path: ' (order)', before: ['[a]', '[b]'], now: ['[b]', '[a]'] },
    ]);
  });

  test('go by place where nothing tells members apart', () => {
    expect(changedPaths([1, 2], [1, 3, 4])).toEqual([
      { path: '[1]', before: 2, now: 3 },
      { path: '[2]', before: undefined, now: 4 },
    ]);
    expect(changedPaths([{ id: 'x' }, { id: 'x' }], [{ id: 'x' }])).toHaveLength(1);
  });

  test('take an emptied list, and a value of another kind, for what they are', () => {
    expect(changedPaths(['a'], [])).toEqual([{ path: '[a]', before: 'a', now: undefined }]);
    expect(changedPaths({ a: [] }, { a: {} })).toEqual([{ path: '.a', before: [], now: {} }]);
  });

  test('are none for equal values and some for all others', () => {
    const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
    const members = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), n: fc.nat(2) }), { maxLength: 4 });

    fc.assert(
      fc.property(json, (value) => {
        expect(changedPaths(value, structuredClone(value))).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(fc.oneof(json, members), fc.oneof(json, members), (one, other) => {
        const differ = JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other));
        expect(changedPaths(one, other).length > 0).toBe(differ);
      }),
    );
  });
});

/** With the fields of every object in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => [name, sorted(field)]);
  return { fields };
}
