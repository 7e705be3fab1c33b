import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { useStore } from 'zustand';
import { findOfframp } from './bridge/find-offramp';
import { JourneyWindow } from './frame/journey-window';
import { createJourney, type Journey } from './state/create-journey';
import { wordsIn } from './words/words-in';
import './styles/tokens.css';
import './styles/base.css';
import './styles/pressable.css';

void start(document.getElementById('root'));

async function start(place: HTMLElement | null): Promise<void> {
  if (place === null) throw new Error('index.html has no place for the window');
  const api = findOfframp(window);
  if (api === null) {
    place.textContent = wordsIn('en').t('window.outside');
    return;
  }
  const journey = createJourney({ api, now });
  await journey.readSettings();
  createRoot(place).render(
    <StrictMode>
      <Connected journey={journey} />
    </StrictMode>,
  );
  await journey.begin();
}

function Connected({ journey }: { readonly journey: Journey }) {
  return <JourneyWindow state={useStore(journey.store)} does={journey.does} now={now} />;
}

// A declaration, not a constant: `start` runs before the end of this file is reached.
function now(): Date {
  return new Date();
}
