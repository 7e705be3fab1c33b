import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/main/core/machine/answer';
import type { Given } from '../../../src/main/core/machine/questions';
import { storedAnswers } from '../../../src/main/platform/simulated/stored-answers';

const key = (path: string, subkeys: string[] = []) => ({ path, subkeys, values: {} });
const tree = [key('SOFTWARE\\Apps', ['One', 'Two']), key('SOFTWARE\\Apps\\One'), key('SOFTWARE\\Apps\\Two', ['Deep'])];
const kept = storedAnswers({
  'registry-tree depth=1 path=SOFTWARE\\Apps root=HKLM view=64': ok(tree),
  'registry-tree depth=0 path=SOFTWARE\\Gone root=HKLM view=64': { status: 'absent', reason: 'not there' },
  'registry-tree depth=0 path=SOFTWARE\\Shut root=HKLM view=64': { status: 'denied', reason: 'no rights' },
  'path path=/etc/hosts': { status: 'denied', reason: 'no rights' },
});
const asked = (path: string, depth = 0, more: Partial<Given<'registry-tree'>> = {}) =>
  kept.find('registry-tree', { root: 'HKLM', view: 64, path, depth, ...more });

describe('stored answers', () => {
  it('give back what was kept under the very key, whatever its status', () => {
    expect(kept.find('path', { path: '/etc/hosts' })).toEqual({ status: 'denied', reason: 'no rights' });
  });

  it('say nothing about what was not kept', () => {
    expect([kept.find('path', { path: '/etc' }), kept.find('services', {}), asked('SOFTWARE')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('do not take a property of every object for an answer', () => {
    expect(storedAnswers({}).find('constructor' as 'services', {})).toBeNull();
  });

  it('answer for a key inside a tree that was kept, in any case', () => {
    expect(asked('software\\APPS\\two')).toEqual(ok([key('SOFTWARE\\Apps\\Two', ['Deep'])]));
  });

  it('answer for the same tree with less depth', () => {
    expect(asked('SOFTWARE\\Apps')).toEqual(ok([key('SOFTWARE\\Apps', ['One', 'Two'])]));
  });

  it('call a key absent that a tree kept with enough depth does not hold', () => {
    expect(asked('SOFTWARE\\Apps\\Three')).toEqual({ status: 'absent', reason: 'not there' });
  });

  it('say nothing where the tree was not read deep enough', () => {
    expect([asked('SOFTWARE\\Apps\\Two', 1), asked('SOFTWARE\\Apps\\Two\\Deep')]).toEqual([null, null]);
  });

  it('say nothing about the other view, another root, or a key whose name only begins the same', () => {
    expect([
      asked('SOFTWARE\\Apps\\One', 0, { view: 32 }),
      asked('SOFTWARE\\Apps\\One', 0, { root: 'HKCU' }),
      asked('SOFTWARE\\Apps2'),
    ]).toEqual([null, null, null]);
  });

  it('call everything below an absent key absent, and nothing below a denied one', () => {
    expect([asked('SOFTWARE\\Gone\\Deep', 2), asked('SOFTWARE\\Shut\\Deep')]).toEqual([
      { status: 'absent', reason: 'not there' },
      null,
    ]);
  });
});
