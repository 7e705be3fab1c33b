// @vitest-environment jsdom
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { runningRun } from '../../../src/renderer/gallery/fixtures/runs';
import { fakeOfframp } from './fake-offramp';

test('the page starts by itself, shows the first result and follows a run to its steps', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, CSS: { escape: (text: string) => text } });
  const offramp = fakeOfframp();
  Object.assign(window, { offramp: offramp.api });
  document.body.innerHTML = '<div id="root"></div>';

  await act(async () => {
    await import('../../../src/renderer/main');
    await vi.waitFor(() => expect(offramp.listeners()).toBe(3));
  });
  await act(() => vi.waitFor(() => expect(document.body.dataset['ready']).toBe('true')));
  act(() => offramp.tell('run:changed', runningRun));
  act(() => document.querySelector<HTMLElement>('[data-testid=stage-remove]')?.click());

  expect(document.querySelector<HTMLElement>('[data-testid="run-step-remove:klnagent"]')?.dataset['state']).toBe(
    'running',
  );
});
