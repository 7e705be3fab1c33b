import type { Step } from '../../../main/core/planning/plan';
import { CommandText } from '../../components/command-text';
import { useWords } from '../../words/use-words';
import styles from './steps.module.css';

/** The plan as it will be carried out, with the exact commands. */
export function PlannedSteps({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useWords();
  return (
    <ol className={styles.steps}>
      {steps.map(({ id, title, why, shows, elevated, kind, minutes }) => (
        <li key={id} className={styles.planned} data-testid={`plan-step-${id}`}>
          <p className={styles.title}>{title}</p>
          <p className={styles.why}>{why}</p>
          {shows === '' ? null : <CommandText text={shows} />}
          <p className={styles.small}>
            {[t(`remove.kind.${kind}`), elevated ? t('remove.elevated') : null, t('remove.minutes', { count: minutes })]
              .filter((part) => part !== null)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ol>
  );
}
