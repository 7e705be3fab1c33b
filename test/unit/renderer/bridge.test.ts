// @vitest-environment node
import { expect, test } from 'vitest';
import { findOfframp } from '../../../src/renderer/bridge/find-offramp';
import { fakeOfframp } from './fake-offramp';

test('a call that breaks on its way becomes an ordinary failed answer', async () => {
  const { api } = fakeOfframp({
    'app:facts': () => {
      throw new Error('the other side is gone');
    },
  });

  const reply = await findOfframp({ offramp: api })?.request('app:facts', {});

  expect(reply).toEqual({ ok: false, reason: 'failed', detail: 'the other side is gone' });
});

test('a page outside Offramp finds nothing to talk to', () => {
  expect(findOfframp({})).toBeNull();
});
