import { useState } from 'react';
import { Actions } from '../../components/page';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { Notice } from '../../components/notice';
import { TextList } from '../../components/text-list';
import { WaitBar } from '../../components/wait-bar';
import { planOf } from '../../state/planning';
import { useWords } from '../../words/use-words';
import { ConfirmRemoval } from './confirm-removal';
import { OpenPreparations } from './open-preparations';
import { PlannedSteps } from './planned-steps';
import type { RemoveScreenProps } from './remove-screen';

/** The one page to read before agreeing. */
export function PlanSummary({
  plan,
  scan,
  open,
  replacement,
  isSimulated,
  isRemote,
  does,
}: Omit<RemoveScreenProps, 'removal' | 'now'>) {
  const { t } = useWords();
  const [asks, setAsks] = useState(false);
  const shown = planOf(plan);
  if (plan.phase === 'failed')
    return (
      <Notice mark="stop" title={t('remove.plan-failed')}>
        <p>{plan.detail}</p>
      </Notice>
    );
  if (shown === null && plan.phase === 'busy') return <WaitBar label={t('prepare.making-plan')} />;
  const actions = shown?.steps.filter(({ kind }) => kind === 'action') ?? [];
  if (shown === null || actions.length === 0)
    return (
      <Notice
        mark="todo"
        title={scan === null ? t('remove.before-look') : t('reasons.nothing-to-do')}
        testId="nothing-to-remove"
      />
    );
  const minutes = shown.steps.filter(({ kind }) => kind !== 'person').reduce((sum, step) => sum + step.minutes, 0);
  const needsRestart = shown.steps.some(({ kind }) => kind === 'restart');
  const canStart = scan !== null && plan.phase === 'ready' && open.length === 0;
  return (
    <>
      <Card title={t('remove.summary.title')} testId="plan-summary">
        <Facts
          facts={[
            { name: t('remove.summary.time'), value: t('remove.minutes', { count: minutes }) },
            {
              name: t('remove.summary.restart'),
              value: t(needsRestart ? 'remove.summary.restart-yes' : 'remove.summary.restart-no'),
            },
            { name: t('remove.summary.replacement'), value: replacement ?? t('remove.summary.replacement-none') },
          ]}
        />
      </Card>
      <Card title={t('remove.steps', { count: shown.steps.length })}>
        <PlannedSteps steps={shown.steps} />
      </Card>
      <ToldTexts title={t('remove.drops')} texts={shown.drops ?? []} testId="drops" />
      <ToldTexts title={t('remove.keeps')} texts={shown.keeps ?? []} testId="keeps" />
      <ToldTexts title={t('remove.not-touched')} texts={shown.notTouched} testId="not-touched" />
      {open.length === 0 ? null : <OpenPreparations open={open} goToPrepare={() => does.goTo('prepare')} />}
      <Actions>
        <Button tone="main" isDisabled={!canStart} onPress={() => setAsks(true)} testId="start-removal">
          {t('remove.start')}
        </Button>
        {plan.phase === 'busy' ? <span>{t('prepare.making-plan')}</span> : null}
      </Actions>
      <ConfirmRemoval
        isOpen={asks}
        actions={actions}
        isSimulated={isSimulated}
        isRemote={isRemote}
        needsRestart={needsRestart}
        onClose={() => setAsks(false)}
        onAgree={() => {
          setAsks(false);
          does.startRemoval();
        }}
      />
    </>
  );
}

function ToldTexts({
  title,
  texts,
  testId,
}: {
  readonly title: string;
  readonly texts: readonly string[];
  readonly testId: string;
}) {
  if (texts.length === 0) return null;
  return (
    <Card title={title} testId={testId}>
      <TextList texts={texts} />
    </Card>
  );
}
