import { Card } from '../../components/card';
import { Fold } from '../../components/fold';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { StatusWord } from '../../components/status-word';
import { WaitBar } from '../../components/wait-bar';
import type { Intentions } from '../../state/intentions';
import type { HistoryState } from '../../state/journey-state';
import { useWords } from '../../words/use-words';
import { RunSteps } from '../remove/run-steps';
import { KeptThings, type KeptThingsProps } from './kept-things';

/** Every run, its journal in plain words. */
export function HistoryScreen({
  history,
  does,
}: {
  readonly history: HistoryState;
  readonly does: Pick<Intentions, 'undo'>;
}) {
  const { t } = useWords();
  return (
    <Page title={t('history.title')} lead={t('history.lead')}>
      {history.phase === 'empty' || history.phase === 'busy' ? <WaitBar label={t('history.busy')} /> : null}
      {history.phase === 'failed' ? (
        <Notice mark="stop" title={t('history.failed')}>
          <p>{history.detail}</p>
        </Notice>
      ) : null}
      {history.phase === 'found' && history.runs.length === 0 ? <Notice mark="todo" title={t('history.none')} /> : null}
      {history.phase === 'found'
        ? history.runs.map((run) => <RunCard key={run.run} run={run} undo={history.undo} does={does} />)
        : null}
    </Page>
  );
}

function RunCard({ run, undo, does }: KeptThingsProps) {
  const { t, dateTime } = useWords();
  return (
    <Card title={dateTime(run.startedAt)} testId={`history-${run.run}`} state={run.outcome ?? 'open'}>
      <p>
        <StatusWord mark={run.outcome === 'done' ? 'done' : run.outcome === 'failed' ? 'stop' : 'attention'}>
          {run.outcome === null ? t('history.open') : t(`run-outcomes.${run.outcome}`)}
        </StatusWord>
      </p>
      {run.kept.length === 0 ? null : (
        <Fold
          summary={t('history.moved-aside', { count: run.kept.length })}
          startsOpen={undo.phase !== 'idle' && undo.run === run.run}
          testId={`moved-aside-${run.run}`}
        >
          <KeptThings run={run} undo={undo} does={does} />
        </Fold>
      )}
      {run.simulated ? <p>{t('report.simulated')}</p> : null}
      <Fold summary={t('remove.steps', { count: run.steps.length })}>
        <RunSteps steps={run.steps} isOver={run.outcome !== null} prefix={`history-step-${run.run}`} />
      </Fold>
    </Card>
  );
}
