import type { JourneyState, Page } from '../state/journey-state';
import { stages } from '../state/journey-state';
import { stageStatus } from '../state/stage-status';
import { StatusShape } from '../components/status-shape';
import { classNames } from '../components/class-names';
import { useWords } from '../words/use-words';
import styles from './stage-rail.module.css';

/** The whole journey, always readable ahead of time, and what lies beside it. */
export function StageRail({ state, goTo }: { readonly state: JourneyState; readonly goTo: (page: Page) => void }) {
  const { t } = useWords();
  return (
    <nav className={styles.rail} aria-label={t('window.rail.journey')}>
      <div className={styles.inside}>
        <p className={styles.name}>{t('window.name')}</p>
        <ol className={styles.stages}>
          {stages.map((stage) => {
            const { mark, says, count } = stageStatus(stage, state);
            return (
              <li key={stage}>
                <button
                  type="button"
                  className={styles.item}
                  aria-current={state.page === stage ? 'step' : undefined}
                  data-testid={`stage-${stage}`}
                  data-mark={mark}
                  onClick={() => goTo(stage)}
                >
                  <StatusShape mark={mark} />
                  <span className={styles.words}>
                    <span className={styles.stage}>{t(`window.stages.${stage}`)}</span>
                    <span className={styles.says}>{t(`window.status.${says}`, { count: count ?? 0 })}</span>
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
        <ul className={styles.beside}>
          {(['history', 'settings'] as const).map((page) => (
            <li key={page}>
              <button
                type="button"
                className={classNames(styles.item, styles.small)}
                aria-current={state.page === page ? 'page' : undefined}
                data-testid={`page-${page}`}
                onClick={() => goTo(page)}
              >
                {t(`window.pages.${page}`)}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
