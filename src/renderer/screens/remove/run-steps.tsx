import type { RunStep } from '../../../preload/contract/requests';
import { CommandText } from '../../components/command-text';
import { ForeignText } from '../../components/foreign-text';
import { StatusShape } from '../../components/status-shape';
import { tellReason } from '../../words/tell-reason';
import { useWords } from '../../words/use-words';
import { markOfStep } from './mark-of-step';
import styles from './steps.module.css';
import { tellStepState } from './tell-step-state';

export interface RunStepsProps {
  readonly steps: readonly RunStep[];
  /** The run came to its end: what still waits was not reached. */
  readonly isOver?: boolean;
  readonly prefix?: string;
}

/** The steps of a run as its journal tells them. */
export function RunSteps({ steps, isOver = false, prefix = 'run-step' }: RunStepsProps) {
  const words = useWords();
  return (
    <ol className={styles.progress}>
      {steps.map(({ id, title, shows, state, reason, detail, at }) => (
        <li key={id} className={styles.step} data-testid={`${prefix}-${id}`} data-state={state}>
          <StatusShape mark={markOfStep(state)} />
          <div>
            <p className={styles.title}>{title}</p>
            <p className={styles.small}>
              {[
                isOver && state === 'waiting' ? words.t('outcomes.not-reached') : tellStepState(words, state),
                reason === null ? null : tellReason(words, reason, detail),
                at === null ? null : words.dateTime(at),
              ]
                .filter((part) => part !== null)
                .join(' ')}
            </p>
            {state === 'failed' && detail !== null ? (
              <p className={styles.small}>
                <ForeignText text={detail} exact />
              </p>
            ) : null}
            {shows === '' || state === 'waiting' ? null : <CommandText text={shows} />}
          </div>
        </li>
      ))}
    </ol>
  );
}
