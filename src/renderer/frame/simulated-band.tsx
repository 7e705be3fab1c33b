import type { ComputerChoice } from '../../preload/contract/requests';
import { useWords } from '../words/use-words';
import styles from './simulated-band.module.css';

/** Stands above every page while the journey is made on a simulated computer. */
export function SimulatedBand({ computer }: { readonly computer: ComputerChoice }) {
  const { t, language } = useWords();
  return (
    <aside className={styles.band} aria-label={t('window.simulated.label')} data-testid="simulated-band">
      <strong>{t('window.simulated.label')}</strong> {computer.title[language]}. {t('window.simulated.safe')}
    </aside>
  );
}
