import type { ProbeRecord } from '../../../main/core/probing/finding';
import { Fold } from '../../components/fold';
import { useWords } from '../../words/use-words';
import styles from './looked-at.module.css';
import { ProbeLine } from './probe-line';

/** What the answer rests on. It opens by itself where something did not answer or nothing was found. */
export function LookedAt({
  probes,
  startsOpen,
}: {
  readonly probes: readonly ProbeRecord[];
  readonly startsOpen: boolean;
}) {
  const { t } = useWords();
  return (
    <Fold summary={t('check.looked-at', { count: probes.length })} startsOpen={startsOpen} testId="looked-at">
      <ul className={styles.list}>
        {probes.map((probe) => (
          <ProbeLine key={probe.id} probe={probe} />
        ))}
      </ul>
    </Fold>
  );
}
