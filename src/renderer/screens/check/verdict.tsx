import type { ReactNode } from 'react';
import type { Scan } from '../../../main/core/matching/scan';
import { StatusShape } from '../../components/status-shape';
import type { Mark } from '../../state/stage-status';
import type { ScanStory } from '../../state/tell-scan';
import { useWords } from '../../words/use-words';
import styles from './verdict.module.css';

/** The answer, and what it means for the person who reads it. */
export function Verdict({
  scan,
  story,
  children,
}: {
  readonly scan: Scan;
  readonly story: ScanStory;
  readonly children: ReactNode;
}) {
  const { t, dateTime } = useWords();
  const unanswered = scan.probes.filter(
    ({ status }) => status !== 'ok' && status !== 'absent' && status !== 'not-applicable',
  );
  return (
    <section className={styles.verdict} data-testid="scan-verdict" data-verdict={scan.verdict} data-story={story}>
      <StatusShape mark={marks[scan.verdict]} large />
      <div className={styles.body}>
        <h2 className={styles.sentence}>{t(`verdicts.${scan.verdict}`)}</h2>
        <p>{t(`check.story.${story}`)}</p>
        {unanswered.length === 0 ? null : (
          <p>{t('check.not-checked', { categories: unanswered.map(({ id }) => t(`probes.${id}`)).join(', ') })}</p>
        )}
        <p className={styles.when}>{t('check.looked-on', { when: dateTime(scan.scannedAt), os: scan.machine.os })}</p>
        {children}
      </div>
    </section>
  );
}

const marks: Readonly<Record<Scan['verdict'], Mark>> = {
  present: 'attention',
  leftovers: 'attention',
  clear: 'done',
  inconclusive: 'unsure',
};
