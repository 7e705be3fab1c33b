import { Card } from '../../components/card';
import { WaitBar } from '../../components/wait-bar';
import type { TickedProbe } from '../../state/journey-state';
import { useWords } from '../../words/use-words';
import styles from './looked-at.module.css';
import { ProbeLine } from './probe-line';

/** The look while it goes on, category by category. */
export function Looking({ ticked }: { readonly ticked: readonly TickedProbe[] }) {
  const { t } = useWords();
  return (
    <Card title={t('check.looking.title')} testId="check-looking">
      <p>{t('check.looking.body')}</p>
      <WaitBar label={t('check.looking.title')} />
      <ul className={styles.list}>
        {ticked.map(({ probe, found }) => (
          <ProbeLine key={probe.id} probe={probe} found={found} />
        ))}
      </ul>
    </Card>
  );
}
