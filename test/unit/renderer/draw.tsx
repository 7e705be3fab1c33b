import { act, StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { JourneyWindow } from '../../../src/renderer/frame/journey-window';
import type { Intentions } from '../../../src/renderer/state/intentions';
import type { JourneyState } from '../../../src/renderer/state/journey-state';

// What a browser has and jsdom lacks: React Aria builds selectors with it.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, CSS: { escape: (text: string) => text } });

export interface Drawn {
  readonly find: (testId: string) => HTMLElement;
  readonly has: (testId: string) => boolean;
  readonly text: () => string;
  readonly press: (testId: string) => void;
  readonly redraw: (state: JourneyState) => void;
  readonly end: () => void;
}

/** Draws the whole window from a plain value into the test's page. */
export function drawWindow(state: JourneyState, does: Intentions): Drawn {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const show = (node: ReactNode): void => act(() => root.render(<StrictMode>{node}</StrictMode>));
  const redraw = (shown: JourneyState): void =>
    show(<JourneyWindow state={shown} does={does} now={() => new Date('2026-11-23T15:11:24Z')} />);
  // Dialogs are drawn beside the window, not in it.
  const look = (testId: string) => document.body.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
  const find = (testId: string): HTMLElement => {
    const found = look(testId);
    if (found === null) throw new Error(`nothing is called ${testId} in: ${document.body.textContent}`);
    return found;
  };
  redraw(state);
  return {
    find,
    redraw,
    has: (testId) => look(testId) !== null,
    text: () => document.body.textContent,
    press: (testId) => {
      const found = find(testId);
      act(() => (found.querySelector('input') ?? found).click());
    },
    end() {
      act(() => root.unmount());
      place.remove();
    },
  };
}

/** Intentions that only note what was wanted. */
export function noting(): { readonly does: Intentions; readonly wanted: unknown[][] } {
  const wanted: unknown[][] = [];
  const names = [
    'goTo',
    'lookAgain',
    'keepSettings',
    'settle',
    'lookAt',
    'setDone',
    'setNeeds',
    'replaceWith',
    'startRemoval',
    'resume',
    'undo',
    'planAgain',
    'verify',
    'save',
    'openPage',
    'changeSettings',
    'chooseComputer',
  ] as const satisfies readonly (keyof Intentions)[];
  const does = Object.fromEntries(
    names.map((name) => [name, (...given: unknown[]) => void wanted.push([name, ...given])]),
  ) as unknown as Intentions;
  return { does, wanted };
}
