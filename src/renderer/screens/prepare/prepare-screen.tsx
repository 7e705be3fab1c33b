import { Actions, Page } from '../../components/page';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Notice } from '../../components/notice';
import { Tick } from '../../components/tick';
import { WaitBar } from '../../components/wait-bar';
import type { Intentions } from '../../state/intentions';
import type { PlanState } from '../../state/journey-state';
import { planOf } from '../../state/planning';
import { openCards, type PreparationCard as PreparationCardValue } from '../../state/preparation-cards';
import { useWords } from '../../words/use-words';
import { PreparationCard } from './preparation-card';

export interface PrepareScreenProps {
  readonly isLooking: boolean;
  readonly plan: PlanState;
  readonly cards: readonly PreparationCardValue[];
  readonly keepsSettings: boolean;
  readonly does: Pick<Intentions, 'settle' | 'lookAt' | 'setDone' | 'lookAgain' | 'keepSettings' | 'goTo'>;
}

/** What must be saved or settled before anything is removed. */
export function PrepareScreen({ isLooking, plan, cards, keepsSettings, does }: PrepareScreenProps) {
  const { t } = useWords();
  const shown = planOf(plan);
  const open = openCards(cards).length;
  const canKeep = shown?.steps.some(({ verb }) => verb === 'remove-packages') ?? false;
  return (
    <Page title={t('prepare.title')} lead={t('prepare.lead')}>
      {isLooking ? <Notice mark="busy" title={t('prepare.after-look')} /> : null}
      {plan.phase === 'failed' ? (
        <Notice mark="stop" title={t('prepare.failed')}>
          <p>{plan.detail}</p>
        </Notice>
      ) : null}
      {plan.phase === 'busy' && shown === null ? <WaitBar label={t('prepare.making-plan')} /> : null}
      {cards.map((card) => (
        <PreparationCard key={card.id} card={card} does={does} />
      ))}
      {shown !== null && cards.length === 0 ? <Notice mark="done" title={t('prepare.nothing')} /> : null}
      {plan.phase === 'empty' && !isLooking && cards.length === 0 ? (
        <Notice mark="todo" title={t('prepare.no-plan')} />
      ) : null}
      {canKeep ? (
        <Card title={t('prepare.keep.title')}>
          <p>{t('prepare.keep.body')}</p>
          <Tick isSelected={keepsSettings} onChange={does.keepSettings} testId="keep-settings">
            {t('prepare.keep.tick')}
          </Tick>
        </Card>
      ) : null}
      {shown === null ? null : (
        <Actions>
          <Button tone="main" onPress={() => does.goTo('choose')} testId="to-choose">
            {t('prepare.to-choose')}
          </Button>
          <span>{open === 0 ? t('prepare.all-settled') : t('prepare.still-open', { count: open })}</span>
        </Actions>
      )}
    </Page>
  );
}
