import type { RunView } from '../../../preload/contract/requests';
import { Card } from '../../components/card';
import { Elapsed } from '../../components/elapsed';
import { Fold } from '../../components/fold';
import { visible } from '../../components/foreign-text';
import { Notice } from '../../components/notice';
import { WaitBar } from '../../components/wait-bar';
import type { RunningStep } from '../../state/journey-state';
import { useWords } from '../../words/use-words';
import { RunSteps } from './run-steps';
import styles from './steps.module.css';

export interface RunRunningProps {
  readonly view: RunView;
  readonly step: RunningStep | null;
  readonly lines: readonly string[];
  readonly now: () => Date;
}

/** Real progress: which step, for how long, and what is being waited for. */
export function RunRunning({ view, step, lines, now }: RunRunningProps) {
  const { t } = useWords();
  const over = view.steps.filter(({ state }) => state !== 'waiting' && state !== 'running').length;
  const current = view.steps.find(({ id }) => id === step?.id);
  return (
    <>
      <Card
        title={t('remove.running.title', { done: over, of: view.steps.length })}
        aside={step === null ? null : <Elapsed key={step.id} since={step.since} now={now} />}
        testId="run-progress"
      >
        <WaitBar label={t('remove.running.bar')} value={over} of={view.steps.length} />
        <p>{current === undefined ? t('remove.running.between') : t(`remove.waiting-for.${current.kind}`)}</p>
        <RunSteps steps={view.steps} />
        {lines.length === 0 ? null : (
          <Fold summary={t('remove.running.output')}>
            <pre className={styles.output} tabIndex={0} aria-label={t('remove.running.output')}>
              {lines.map(visible).join('\n')}
            </pre>
          </Fold>
        )}
      </Card>
      <Notice mark="todo" title={t('remove.running.safe')} />
    </>
  );
}
