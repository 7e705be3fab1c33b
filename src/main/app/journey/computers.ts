import type { SimulatedComputer } from '../../core/machine/machine-file';
import type { ComputerChoice } from '../../../preload/contract/requests';
import { appWords } from '../words/app-words';
import type { Journey } from './open-journey';

/** This computer and every simulated one, by the ids the page may choose from. */
export function computerChoices(simulated: readonly SimulatedComputer[]): ComputerChoice[] {
  const [english, spanish] = [appWords('en'), appWords('es')];
  const here: ComputerChoice = {
    id: 'this',
    simulated: false,
    title: { en: english('app.this-computer'), es: spanish('app.this-computer') },
    story: { en: english('app.this-computer-story'), es: spanish('app.this-computer-story') },
  };
  return [here, ...simulated.map(({ name, title, story }) => ({ id: `sim:${name}`, simulated: true, title, story }))];
}

export type Opening =
  | { readonly ok: true; readonly journey: Journey }
  | { readonly ok: false; readonly reason: string; readonly detail: string };

export interface Computers {
  list(): ComputerChoice[];
  current(): Journey;
  /** Begins the journey of another computer, or of the same one anew, and its first scan. */
  choose(id: string): { readonly ok: true } | { readonly ok: false; readonly reason: string };
}

/** The computers a journey can be made on and the one it is made on. */
export function openComputers(first: Journey, choices: ComputerChoice[], open: (id: string) => Opening): Computers {
  let journey = first;
  return {
    list: () => choices,
    current: () => journey,
    choose(id) {
      if (!choices.some((choice) => choice.id === id)) return { ok: false, reason: 'no-such-computer' };
      // Its progress would be told to a page that shows another computer.
      if (journey.activeRun() !== null) return { ok: false, reason: 'run-in-progress' };
      const opened = open(id);
      if (!opened.ok) return { ok: false, reason: opened.reason };
      journey.scan.abandon();
      journey = opened.journey;
      journey.scan.begin();
      return { ok: true };
    },
  };
}
