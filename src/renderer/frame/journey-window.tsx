import { useEffect, useRef } from 'react';
import { I18nProvider } from 'react-aria-components';
import { announcement } from '../state/announcement';
import type { Intentions } from '../state/intentions';
import type { JourneyState } from '../state/journey-state';
import { useWords, WordsProvider } from '../words/use-words';
import type { Words } from '../words/words-in';
import { CurrentPage } from './current-page';
import styles from './journey-window.module.css';
import { SimulatedBand } from './simulated-band';
import { StageRail } from './stage-rail';

export interface JourneyWindowProps {
  readonly state: JourneyState;
  readonly does: Intentions;
  readonly now: () => Date;
  /** Words in place of those of the chosen language; the gallery's stretched ones. */
  readonly words?: Words;
}

/** The whole window, drawn from one plain value. */
export function JourneyWindow(props: JourneyWindowProps) {
  const { language, theme, technician } = props.state.settings;
  const { phase } = props.state.check;
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    root.dataset['density'] = technician ? 'dense' : 'roomy';
  }, [language, theme, technician]);
  useEffect(() => {
    if (phase === 'found' || phase === 'failed') document.body.dataset['ready'] = 'true';
  }, [phase]);
  return (
    <I18nProvider locale={language}>
      <WordsProvider language={language} words={props.words}>
        <Frame {...props} />
      </WordsProvider>
    </I18nProvider>
  );
}

function Frame({ state, does, now }: JourneyWindowProps) {
  const { t } = useWords();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(state.page);
  // People who hear the page or use keys start at the new page's heading, not where the old one was left.
  useEffect(() => {
    if (shown.current === state.page) return;
    shown.current = state.page;
    main.current?.querySelector('h1')?.focus();
  }, [state.page]);
  const said = announcement(state);
  const computer = state.computers.list.find(({ id }) => id === state.computers.chosen);
  return (
    <div className={styles.window}>
      <StageRail state={state} goTo={does.goTo} />
      <main ref={main} className={styles.main}>
        {computer?.simulated === true ? <SimulatedBand computer={computer} /> : null}
        <CurrentPage state={state} does={does} now={now} />
      </main>
      <div className={styles.said} role="status" aria-live="polite" data-testid="announcement">
        {said === null ? null : t(said.key, said.names)}
      </div>
    </div>
  );
}
