import type { ProbeRecord } from '../../../main/core/probing/finding';
import { ForeignText } from '../../components/foreign-text';
import { StatusShape } from '../../components/status-shape';
import { useWords } from '../../words/use-words';
import { hasAnswered, markOfProbe } from './mark-of-probe';
import styles from './looked-at.module.css';

/** One category: whether it answered, and if not, why. */
export function ProbeLine({ probe, found }: { readonly probe: ProbeRecord; readonly found?: number }) {
  const { t, number } = useWords();
  const answered = hasAnswered(probe);
  return (
    <li className={styles.line} data-testid={`probe-${probe.id}`} data-status={probe.status}>
      <StatusShape mark={markOfProbe(probe)} />
      <span className={styles.category}>{t(`probes.${probe.id}`)}</span>
      <span className={styles.status}>
        {t(`probe-status.${probe.status}`)}
        {found === undefined || probe.status !== 'ok'
          ? null
          : ` · ${t('check.read', { count: found, number: number(found) })}`}
        {probe.reason === null || answered ? null : (
          <>
            {' · '}
            <ForeignText text={probe.reason} />
          </>
        )}
      </span>
    </li>
  );
}
