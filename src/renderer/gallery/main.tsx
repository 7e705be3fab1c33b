import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { Settings } from '../../preload/contract/requests';
import { JourneyWindow } from '../frame/journey-window';
import type { Intentions } from '../state/intentions';
import type { JourneyState } from '../state/journey-state';
import { pressedScenes, scenes } from './scenes';
import { stretched } from './stretched-words';
import { wordsIn } from '../words/words-in';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/pressable.css';

// gallery.html lists every scene; gallery.html?scene=check-found&lang=es&theme=dark&dense shows one.
const asked = new URLSearchParams(location.search);
const place = document.getElementById('root');
if (place === null) throw new Error('gallery.html has no place for the scene');
const longWords = asked.get('lang') === 'stretched' ? stretched(wordsIn('en')) : null;
const pressed = pressedScenes[asked.get('scene') ?? ''];
const wanted = pressed?.scene ?? asked.get('scene');
const scene = Object.entries(scenes).find(([name]) => name === wanted)?.[1];
createRoot(place).render(scene === undefined ? <List /> : <Scene state={{ ...scene, settings: settingsAsked() }} />);

function Scene({ state }: { readonly state: JourneyState }) {
  useEffect(() => {
    if (pressed !== undefined) document.querySelector<HTMLElement>(`[data-testid="${pressed.press}"]`)?.click();
  }, []);
  return (
    <JourneyWindow state={state} does={nothing()} now={now} {...(longWords === null ? {} : { words: longWords })} />
  );
}

function List() {
  return (
    <ul>
      {[...Object.keys(scenes), ...Object.keys(pressedScenes)].map((name) => (
        <li key={name}>
          <a href={`?scene=${name}`}>{name}</a> <a href={`?scene=${name}&theme=dark`}>dark</a>{' '}
          <a href={`?scene=${name}&lang=es`}>es</a>
        </li>
      ))}
    </ul>
  );
}

function settingsAsked(): Settings {
  const theme = asked.get('theme');
  return {
    language: asked.get('lang') === 'es' ? 'es' : 'en',
    theme: theme === 'dark' || theme === 'light' ? theme : 'system',
    technician: asked.has('dense'),
  };
}

/** Wanting something in the gallery changes nothing. */
function nothing(): Intentions {
  const ignored = (): void => undefined;
  return {
    goTo: ignored,
    lookAgain: ignored,
    keepSettings: ignored,
    settle: ignored,
    lookAt: ignored,
    setDone: ignored,
    setNeeds: ignored,
    replaceWith: ignored,
    startRemoval: ignored,
    resume: ignored,
    undo: ignored,
    planAgain: ignored,
    verify: ignored,
    save: ignored,
    openPage: ignored,
    changeSettings: ignored,
    chooseComputer: ignored,
  };
}

function now(): Date {
  return new Date('2026-11-23T15:11:24Z');
}
