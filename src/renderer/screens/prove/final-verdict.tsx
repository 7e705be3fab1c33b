import type { Verification } from '../../../main/core/verification/verification';
import { StatusShape } from '../../components/status-shape';
import type { Mark } from '../../state/stage-status';
import { useWords } from '../../words/use-words';
import styles from './final-verdict.module.css';

/** One of the two answers that end a journey. */
export function FinalVerdict({
  verdict,
  answer,
}: {
  readonly verdict: 'gone' | 'protected';
  readonly answer: Verification['gone'];
}) {
  const { t } = useWords();
  return (
    <section className={styles.verdict} data-testid={`${verdict}-verdict`} data-answer={answer}>
      <StatusShape mark={marks[answer]} large />
      <div>
        <h2 className={styles.question}>{t(`report.${verdict}`)}</h2>
        <p className={styles.answer}>{t(`report.answer.${verdict}.${answer}`)}</p>
        {answer === 'yes' ? null : <p className={styles.next}>{t(`prove.next.${verdict}.${answer}`)}</p>}
      </div>
    </section>
  );
}

const marks: Readonly<Record<Verification['gone'], Mark>> = { yes: 'done', no: 'attention', inconclusive: 'unsure' };
