import type { RunView } from '../../../preload/contract/requests';
import { Actions } from '../../components/page';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Notice } from '../../components/notice';
import type { Intentions } from '../../state/intentions';
import type { Mark } from '../../state/stage-status';
import { tellReason } from '../../words/tell-reason';
import { useWords } from '../../words/use-words';
import { RunSteps } from './run-steps';

type Does = Pick<Intentions, 'resume' | 'planAgain' | 'goTo'>;

/** A run that was cut off: nothing is lost, and it can go on. */
export function RunInterrupted({ view, does }: { readonly view: RunView; readonly does: Does }) {
  const { t } = useWords();
  return (
    <>
      <Notice mark="attention" title={t('remove.interrupted.title')} testId="run-interrupted">
        <p>{t('remove.interrupted.body')}</p>
      </Notice>
      <Actions>
        <Button tone="main" onPress={() => does.resume(view)} testId="resume">
          {t('remove.resume')}
        </Button>
        <Button onPress={does.planAgain}>{t('remove.refused.look-again')}</Button>
      </Actions>
      <StepsCard view={view} />
    </>
  );
}

/** A run at its end: done, waiting for a restart, or stopped at a step. */
export function RunEnded({ view, does }: { readonly view: RunView; readonly does: Does }) {
  const words = useWords();
  const { t } = words;
  const outcome = view.outcome ?? 'failed';
  const failed = view.steps.find(({ state }) => state === 'failed');
  return (
    <>
      <Notice mark={outcomeMarks[outcome]} title={t(`run-outcomes.${outcome}`)} testId={`run-ended-${outcome}`}>
        {failed === undefined ? null : (
          <p data-testid="failed-reason">
            {failed.title}: {tellReason(words, failed.reason ?? 'tool-failed', failed.detail)}
          </p>
        )}
        <p>{t(`remove.next.${outcome}`)}</p>
      </Notice>
      <Actions>
        {outcome === 'done' ? (
          <Button tone="main" onPress={() => does.goTo('prove')} testId="to-prove">
            {t('remove.to-prove')}
          </Button>
        ) : (
          <>
            <Button tone="main" onPress={() => does.resume(view)} testId="resume">
              {t('remove.resume')}
            </Button>
            <Button onPress={does.planAgain}>{t('remove.refused.look-again')}</Button>
          </>
        )}
      </Actions>
      <StepsCard view={view} />
    </>
  );
}

/** The question itself failed: a fault of ours. What was done, if anything, is in the journal. */
export function RunFault({
  detail,
  resuming,
  does,
}: {
  readonly detail: string;
  readonly resuming: RunView | null;
  readonly does: Does;
}) {
  const { t } = useWords();
  return (
    <>
      <Notice mark="stop" title={t('remove.fault.title')} testId="run-fault">
        <p>{t('remove.fault.body', { detail })}</p>
      </Notice>
      <Actions>
        {resuming === null ? null : <Button onPress={() => does.resume(resuming)}>{t('remove.resume')}</Button>}
        <Button tone="main" onPress={does.planAgain} testId="plan-again">
          {t('remove.refused.look-again')}
        </Button>
      </Actions>
    </>
  );
}

function StepsCard({ view }: { readonly view: RunView }) {
  const { t } = useWords();
  return (
    <Card title={t('remove.steps', { count: view.steps.length })}>
      <RunSteps steps={view.steps} isOver={view.outcome !== null} />
    </Card>
  );
}

const outcomeMarks: Readonly<Record<NonNullable<RunView['outcome']>, Mark>> = {
  done: 'done',
  'restart-needed': 'attention',
  blocked: 'stop',
  refused: 'stop',
  failed: 'stop',
};
